"use client";

import { useTranslations } from "next-intl";
import { type ComponentType, useEffect, useState } from "react";
import { late } from "./late";
import { toast } from "./toast";

const againMs = 3_000;

/**
 * A part of a page that comes when it is first drawn, or with `load` before. Until then nothing
 * stands there and nothing waits for it; without a connection it tries again.
 */
export function lateComponent<P extends object>(fetch: () => Promise<ComponentType<P>>) {
  const module = late(fetch);

  function LateComponent(props: P) {
    const Loaded = useLoaded(module);
    return Loaded ? <Loaded {...props} /> : null;
  }
  return Object.assign(LateComponent, { load: module.load });
}

function useLoaded<M>(module: ReturnType<typeof late<M>>): M | undefined {
  const [loaded, setLoaded] = useState(() => module.loaded);
  const t = useTranslations("common");
  useEffect(() => {
    // Not `module.loaded`: what came between drawing and here would never be drawn.
    if (loaded) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasTold = false;
    const attempt = () => {
      module.load().then(
        (part) => isOver || setLoaded(() => part),
        () => {
          if (isOver) return;
          if (!hasTold) toast.error(t("noNetwork"));
          hasTold = true;
          timer = setTimeout(attempt, againMs);
        },
      );
    };
    attempt();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [module, loaded, t]);
  return loaded ?? module.loaded;
}
