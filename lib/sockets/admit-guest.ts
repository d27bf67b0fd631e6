import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { v7 as uuid } from "uuid";
import { authenticateSocket, contextOfScreen } from "@/lib/auth";
import { type BaseContext, requireScope } from "@/lib/context";
import { AppError, isAppError, notFound } from "@/lib/errors";
import { frameOf, type Guest, type Hello, type Hub, type Subscriber } from "@/lib/realtime";
import { getPairing, type PresenceBook } from "@/lib/screens";

interface House {
  ctx: BaseContext;
  hub: Hub;
  presence: PresenceBook;
  /** Counts changes of rights. */
  epoch(): number;
}

/** Turns a hello into a guest of the right room. */
export async function admitGuest(
  house: House,
  hello: Hello,
  { headers }: IncomingMessage,
): Promise<Guest> {
  const before = house.epoch();
  const guest = await guestOf(house, hello, headers);
  return {
    ...guest,
    join(subscriber) {
      const leave = guest.join(subscriber);
      if (house.epoch() !== before) void subscriber.recheck();
      return leave;
    },
  };
}

function guestOf(house: House, hello: Hello, headers: IncomingHttpHeaders): Promise<Guest> {
  switch (hello.type) {
    case "hello":
      return dashboardGuest(house, hello.clientId, { cookie: headers.cookie });
    case "hello-screen":
      return screenGuest(house, hello.token);
    case "hello-pairing":
      return pairingGuest(house, hello);
  }
}

async function dashboardGuest(
  { hub }: House,
  clientId: string,
  headers: IncomingHttpHeaders,
): Promise<Guest> {
  const enter = async () => {
    const ctx = await authenticateSocket(headers, clientId).catch(asDenial);
    requireScope(ctx, "screens:read");
    if (ctx.actor.kind === "person") return ctx.actor.userId;
    throw new AppError("forbidden", "only people have dashboards");
  };
  const userId = await enter();
  return {
    join: (subscriber) => hub.joinDashboard(clientId, userId, subscriber),
    recheck: async () => void (await enter()),
    quietForMs: () => hub.quietForMs(clientId),
  };
}

async function screenGuest({ hub, presence }: House, token: string): Promise<Guest> {
  const { clientId, actor } = await contextOfScreen(token);
  const screen = { clientId, screenId: actor.screenId, connectionId: uuid() };
  return {
    join(subscriber) {
      const leave = hub.joinScreen(clientId, screen.screenId, subscriber);
      presence.arrive(screen);
      return () => {
        leave();
        presence.leave(screen);
      };
    },
    recheck: async () => void (await contextOfScreen(token)),
    receive: (receipt) => presence.record(screen, receipt),
  };
}

async function pairingGuest(
  { ctx, hub }: House,
  { id, secret }: { id: string; secret: string },
): Promise<Guest> {
  const look = async () => {
    const { state } = await getPairing(ctx, { id, secret });
    if (state === "expired") throw notFound("pairing");
    return state;
  };
  const tell = (subscriber: Subscriber) => subscriber.send(frameOf({ type: "paired" }));
  const state = await look();
  return {
    join(subscriber) {
      if (state === "paired") tell(subscriber);
      return hub.joinPairing(id, subscriber);
    },
    recheck: async (subscriber) => {
      if ((await look()) === "paired") tell(subscriber);
    },
  };
}

/** A client id that cannot be one is as unknown as one that is none. */
function asDenial(error: unknown): never {
  if (isAppError(error) && error.code === "invalid") throw notFound("client");
  throw error;
}
