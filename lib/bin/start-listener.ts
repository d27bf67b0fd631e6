import { forgetMedia } from "@/lib/artifacts";
import { listen } from "@/lib/db";
import { changeChannel } from "@/lib/realtime";
import { Change } from "@/lib/realtime/schema";
import type { Runtime } from "@/lib/runtime";
import type { Sockets } from "@/lib/sockets";
import type { Stopper } from "./stop";

/** What any process publishes reaches this one's caches and sockets. */
export async function startListener(
  { sessions, log }: Runtime,
  url: string,
  sockets: Sockets,
  stopper: Stopper,
): Promise<void> {
  const onPayload = (payload: string) => {
    const change = parse(payload);
    if (!change) return log.warn({ payload }, "a notification of another version was skipped");
    if (change.kind === "sessions") sessions.forget(change.userId);
    if (change.kind === "artifacts") forgetMedia(change.clientId, change.ids);
    sockets.deliver(change);
  };
  const onReconnect = () => {
    sessions.clear();
    sockets.resyncAll().catch((err: unknown) => log.warn({ err }, "could not ask everyone anew"));
  };
  const listener = await listen(url, changeChannel, onPayload, { onReconnect, log });
  stopper.add("notifications", () => listener.close());
}

function parse(payload: string): Change | undefined {
  try {
    return Change.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
