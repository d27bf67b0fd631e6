import type { ReactNode } from "react";
import type { ExternalToast } from "sonner";

type Sonner = typeof import("sonner");
type Kind = "success" | "error" | "info" | "warning" | "loading";
type Id = string | number;

let arrive: (sonner: Sonner) => void = () => {};
const arrived = new Promise<Sonner>((resolve) => {
  arrive = resolve;
});
const wishes = new Set<() => void>();
let said = 0;

/** Says something in the corner. The library behind it comes with the first message, or at leisure. */
export const toast = Object.assign(say(undefined), {
  success: say("success"),
  error: say("error"),
  info: say("info"),
  warning: say("warning"),
  loading: say("loading"),
});

function say(kind: Kind | undefined) {
  return (message: ReactNode, options?: ExternalToast): Id => {
    said += 1;
    const id = options?.id ?? `toast-${said}`;
    for (const wish of wishes) wish();
    void arrived.then(({ toast }) => (kind ? toast[kind] : toast)(message, { ...options, id }));
    return id;
  };
}

/** Tells the place for toasts that one is wanted. */
export function onToastWished(wish: () => void): () => void {
  wishes.add(wish);
  return () => wishes.delete(wish);
}

/** Sonner forgets what was said before its place was there. */
export function toasterIsThere(sonner: Sonner): void {
  arrive(sonner);
}
