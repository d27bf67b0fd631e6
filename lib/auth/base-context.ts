import { v7 as uuid } from "uuid";
import type { Actor, BaseContext } from "@/lib/context";
import { runtime } from "@/lib/runtime";
import { callerAddress } from "./caller-address";
import type { HeaderReader } from "./header-reader";

export function baseContext<A extends Actor>(
  actor: A,
  requestId: string = uuid(),
): BaseContext & { actor: A } {
  const { db, pool, storage, log } = runtime();
  return { actor, db, pool, storage, log, requestId };
}

export function anonymousActor(headers: HeaderReader): Extract<Actor, { kind: "anonymous" }> {
  return {
    kind: "anonymous",
    address: callerAddress(headers, runtime().config.TRUST_PROXY),
  };
}
