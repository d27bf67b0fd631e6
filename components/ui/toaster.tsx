"use client";

import { type ComponentType, useEffect, useState } from "react";
import { onToastWished } from "./toast";

const leisureMs = 4_000;

/** The place for toasts. Screen readers want it before its first text, the first page does not. */
export function Toaster() {
  const [Place, setPlace] = useState<ComponentType>();
  useEffect(() => {
    const load = () => {
      import("./sonner-toaster").then(
        ({ SonnerToaster }) => setPlace(() => SonnerToaster),
        () => {},
      );
    };
    const stop = onToastWished(load);
    const timer = setTimeout(load, leisureMs);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return Place ? <Place /> : null;
}
