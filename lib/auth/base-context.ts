import type { Actor, BaseContext } from "@/lib/context";
import type { HeaderReader } from "@/lib/header-reader";
import { contextOf, runtime } from "@/lib/runtime";
import { callerAddress } from "./caller-address";

export function baseContext<A extends Actor>(
  actor: A,
  requestId?: string,
): BaseContext & { actor: A } {
  return contextOf(runtime(), actor, requestId);
}

export function anonymousActor(headers: HeaderReader): Extract<Actor, { kind: "anonymous" }> {
  return {
    kind: "anonymous",
    address: callerAddress(headers, runtime().config.TRUST_PROXY),
  };
}
