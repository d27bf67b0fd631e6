interface EarlyEvent {
  target: HTMLElement;
  submitter?: HTMLElement | null;
  at: number;
}

declare global {
  interface Window {
    takeEarlyEvents?: () => EarlyEvent[];
  }
}

/** Who pressed something longer ago than this has given up. */
const freshMs = 10_000;

/** Does what was pressed last before scripts were there; see EarlyEvents. */
export function replayEarlyEvents(): void {
  const last = window.takeEarlyEvents?.().at(-1);
  if (!last || Date.now() - last.at > freshMs || !last.target.isConnected) return;
  if (last.target instanceof HTMLFormElement) last.target.requestSubmit(last.submitter);
  else last.target.click();
}
