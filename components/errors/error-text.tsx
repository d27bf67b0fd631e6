"use client";

import { useErrorText } from "./use-error-text";

/** For places outside a component's own texts, such as a toast. */
export function ErrorText({ error }: { error: unknown }) {
  return useErrorText()(error);
}
