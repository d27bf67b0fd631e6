import type { RawData, WebSocket } from "ws";
import { isAppError } from "@/lib/errors";
import type { Log } from "@/lib/log";
import { createAllowance } from "./allowance";
import { ClientMessage, closeCode, type QuietForMs } from "./schema";
import { type Denial, frameOf, type Subscriber } from "./subscriber";

export type Hello = Extract<ClientMessage, { type: "hello" | "hello-screen" | "hello-pairing" }>;
export type Receipt = Omit<Extract<ClientMessage, { type: "receipt" }>, "type">;

/** An admitted hello. */
export interface Guest {
  /** Enters its room; the answer leaves it. */
  join(subscriber: Subscriber): () => void;
  /** Throws when it may no longer be here. */
  recheck(subscriber: Subscriber): Promise<void>;
  /** Only dashboards are told what they may have missed. */
  quietForMs?(): QuietForMs;
  /** Only screens have something to tell. */
  receive?(receipt: Receipt): void;
}

export interface Connection {
  /** Called on a clock: whoever has not answered the last two pings is cut off. */
  beat(): void;
}

export type Admit = (hello: Hello) => Promise<Guest>;

interface ConnectionOptions {
  admit: Admit;
  log: Log;
  helloTimeoutMs: number;
  maxBufferedBytes: number;
}

const pong = frameOf({ type: "pong" });
const maxMissedBeats = 2;

/** One socket from its hello to its end. */
export function openConnection(
  webSocket: WebSocket,
  { admit, log, helloTimeoutMs, maxBufferedBytes }: ConnectionOptions,
): Connection {
  const allowance = createAllowance(40, 5);
  let missedBeats = 0;
  // Let go of once used: it holds the whole upgrade request.
  let door: Admit | undefined = admit;
  let guest: Guest | undefined;
  let leave: (() => void) | undefined;
  const helloTimer = setTimeout(
    () => webSocket.close(closeCode.helloMissing, "hello missing"),
    helloTimeoutMs,
  );

  const subscriber: Subscriber = {
    send(frame) {
      if (webSocket.readyState !== webSocket.OPEN) return;
      if (webSocket.bufferedAmount > maxBufferedBytes) return webSocket.terminate();
      webSocket.send(frame, { binary: false });
    },
    deny(code) {
      subscriber.send(frameOf({ type: "denied", code }));
      webSocket.close(closeOf[code], code);
    },
    async recheck() {
      try {
        await guest?.recheck(subscriber);
      } catch (error) {
        turnAway(error);
      }
    },
  };

  function turnAway(error: unknown) {
    if (isAppError(error) && isDenial(error.code)) return subscriber.deny(error.code);
    log.warn({ err: error }, "socket could not be admitted");
    webSocket.close(closeCode.tryAgain, "try again");
  }

  async function enter(open: Admit, hello: Hello) {
    try {
      guest = await open(hello);
    } catch (error) {
      return turnAway(error);
    }
    if (webSocket.readyState !== webSocket.OPEN) return;
    const quietForMs = guest.quietForMs?.();
    subscriber.send(frameOf({ type: "welcome", ...(quietForMs ? { quietForMs } : {}) }));
    leave = guest.join(subscriber);
  }

  function receive(data: RawData, isBinary: boolean) {
    missedBeats = 0;
    if (!allowance.take()) return webSocket.close(closeCode.tooManyMessages, "too many messages");
    const message = isBinary ? undefined : parse(String(data));
    if (message?.type === "ping") return subscriber.send(pong);
    if (message?.type === "receipt" && guest?.receive) return guest.receive(message);
    // A receipt may overtake the answer to its hello.
    if (message?.type === "receipt" && !door && !guest) return;
    if (!message || message.type === "receipt" || !door) {
      return webSocket.close(closeCode.malformed, "malformed");
    }
    clearTimeout(helloTimer);
    void enter(door, message);
    door = undefined;
  }

  webSocket.on("message", receive);
  webSocket.on("pong", () => {
    missedBeats = 0;
  });
  // Too large, bad UTF-8, reset by peer: ws closes by itself.
  webSocket.on("error", (err) => log.debug({ err }, "socket failed"));
  webSocket.once("close", () => {
    clearTimeout(helloTimer);
    leave?.();
  });

  return {
    beat() {
      if (missedBeats >= maxMissedBeats) return webSocket.terminate();
      missedBeats += 1;
      webSocket.ping();
    },
  };
}

const closeOf: Record<Denial, number> = {
  unauthenticated: closeCode.unauthenticated,
  forbidden: closeCode.forbidden,
  not_found: closeCode.notFound,
};

function isDenial(code: string): code is Denial {
  return Object.hasOwn(closeOf, code);
}

function parse(text: string): ClientMessage | undefined {
  try {
    return ClientMessage.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
