"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type LiveListener, liveConnection } from "./live-connection";

/**
 * Keeps a client's queries fresh: a change of kind K invalidates `[K, clientId]`, unless the
 * listener says by `true` that it has patched what the ids concern.
 */
export function useLiveChanges(clientId: string, listener?: LiveListener): void {
  const queries = useQueryClient();
  const latest = useRef(listener);

  useEffect(() => {
    latest.current = listener;
  }, [listener]);

  useEffect(() => {
    const connection = liveConnection(clientId);
    const letGo = connection.hold(queries);
    const stop = connection.listen((change) => latest.current?.(change));
    return () => {
      stop();
      letGo();
    };
  }, [clientId, queries]);
}
