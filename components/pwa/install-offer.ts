/** Not in TypeScript's DOM library, because only Chromium has it. */
interface InstallEvent extends Event {
  prompt: () => Promise<unknown>;
}

let offer: InstallEvent | undefined;
const listeners = new Set<() => void>();

/** The offer comes once, soon after the page: too early for a menu that is opened later. */
export function awaitInstallOffer(): void {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    set(event as InstallEvent);
  });
  window.addEventListener("appinstalled", () => set(undefined));
}

function set(next: InstallEvent | undefined): void {
  offer = next;
  for (const listener of listeners) listener();
}

export const installOffer = {
  isThere: () => offer !== undefined,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** The browser asks the person; it allows that once. */
  async take(): Promise<void> {
    const taken = offer;
    set(undefined);
    await taken?.prompt();
  },
};
