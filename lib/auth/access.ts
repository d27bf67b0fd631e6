import type { BaseContext, Context } from "@/lib/context";

/** What a route asks of whoever calls. */
export type Access = "client" | "person" | "screen" | "anyone";

export interface PersonContext extends BaseContext {
  actor: Extract<BaseContext["actor"], { kind: "person" }>;
}
export interface ScreenContext extends Context {
  actor: Extract<BaseContext["actor"], { kind: "screen" }>;
}

export type ContextOf<A extends Access> = A extends "client"
  ? Context
  : A extends "person"
    ? PersonContext
    : A extends "screen"
      ? ScreenContext
      : BaseContext;
