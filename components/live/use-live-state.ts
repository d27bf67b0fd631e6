"use client";

import { useCallback, useSyncExternalStore } from "react";
import type { SocketState } from "@/lib/sdk";
import { liveConnection } from "./live-connection";

export function useLiveState(clientId: string): SocketState {
  const connection = liveConnection(clientId);
  const subscribe = useCallback((notify: () => void) => connection.onState(notify), [connection]);
  return useSyncExternalStore(subscribe, connection.state, () => "closed" as const);
}
