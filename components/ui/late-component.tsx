"use client";

import type { ComponentType } from "react";
import { late } from "./late";

/** What fills a menu: nothing before `load`, which the menu calls with its own (`needs`). */
export function lateComponent<P extends object>(fetch: () => Promise<ComponentType<P>>) {
  const module = late(fetch);
  function LateComponent(props: P) {
    const Loaded = module.loaded;
    return Loaded ? <Loaded {...props} /> : null;
  }
  return Object.assign(LateComponent, { load: module.load });
}
