"use client";

import { useEffect, useRef } from "react";
import { getManifest, openSocket, type Socket } from "@/lib/sdk";
import { inRegion } from "./in-region";
import { openManifestFeed } from "./manifest-feed";
import type { PlayerEvent, Receipt } from "./player-state";

/** A paired screen's line to the server: hints and receipts by socket, state by HTTP. */
export function useScreenLink(
  token: string | undefined,
  receipt: Receipt,
  send: (event: PlayerEvent) => void,
): void {
  const socket = useRef<Socket>(undefined);
  const latest = useRef(receipt);
  latest.current = receipt;

  useEffect(() => {
    if (token === undefined) return;
    const feed = openManifestFeed({
      fetchManifest: (asked, signal) => getManifest(token, asked, signal),
      onManifest: (manifest) =>
        send({ type: "manifest", manifest: inRegion(manifest), now: performance.now() }),
      onRefused: () => send({ type: "unpaired" }),
    });
    const mine = openSocket({
      hello: { type: "hello-screen", token },
      onState: (state) =>
        send({ type: "connection", connected: state === "open", now: performance.now() }),
      onReconnected: feed.ask,
      onMessage: (message) => {
        if (message.type === "welcome") mine.send({ type: "receipt", ...latest.current });
        if (message.type === "revision") feed.hint(message.revision);
        // One no is not enough to forget the token: the manifest has the last word.
        if (message.type === "denied") feed.ask();
      },
    });
    socket.current = mine;
    return () => {
      feed.stop();
      mine.close();
      socket.current = undefined;
    };
  }, [token, send]);

  const { revision, playingArtifactId, problem } = receipt;
  useEffect(() => {
    socket.current?.send({ type: "receipt", revision, playingArtifactId, problem });
  }, [revision, playingArtifactId, problem]);
}
