import { describe, expect, it } from "vitest";
import { deriveSecrets } from "@/lib/secrets";
import { choosePlace } from "./choose-place";
import type { Driver, StoreHealth } from "./driver";
import { createMemoryDriver } from "./drivers/memory";

const secrets = deriveSecrets("s".repeat(32));

interface Shop {
  id: string;
  state?: StoreHealth["state"];
  region?: string;
  /** Browsers come through this server. */
  isThrough?: boolean;
  latencyMs?: number;
}

function driverOf({ id, state = "up", isThrough = false }: Shop): Driver {
  const { putPart: _served, ...direct } = createMemoryDriver(secrets, { backendId: id });
  const health = () => ({ state, since: new Date(), lastError: undefined });
  return { ...direct, health, isPrivate: isThrough };
}

/** The order in which a file that lies in all of these is asked for. */
function order(shops: Shop[], region?: string, unknown: string[] = []): string[] {
  const places = [...shops.map(({ id }) => id), ...unknown];
  const chosen = choosePlace(
    places.map((backendId) => ({ backendId, encodings: [] })),
    {
      region,
      drivers: shops.map(driverOf),
      regions: new Map(shops.map(({ id, region }) => [id, region])),
      latencyOf: (id) => shops.find((shop) => shop.id === id)?.latencyMs,
    },
  );
  return chosen.map(({ backendId }) => backendId);
}

describe("of several places that hold a file", () => {
  it("one that is down comes last, whatever speaks for it", () => {
    const down: Shop = { id: "a", state: "down", region: "north", latencyMs: 1 };
    expect(order([down, { id: "b", isThrough: true, latencyMs: 900 }], "north")).toEqual([
      "b",
      "a",
    ]);
  });

  it("one that is just being tried again is not down", () => {
    expect(order([{ id: "a" }, { id: "b", state: "trying", region: "north" }], "north")).toEqual([
      "b",
      "a",
    ]);
  });

  it("one of the asker's region is before a faster one and one that is reached directly", () => {
    const near: Shop = { id: "b", region: "north", isThrough: true, latencyMs: 900 };
    const shops = [{ id: "a", region: "south", latencyMs: 1 }, near];
    expect(order(shops, "north")).toEqual(["b", "a"]);
    expect(order(shops, "south")).toEqual(["a", "b"]);
  });

  it("one that is reached directly is before one that passes through this server", () => {
    expect(
      order([
        { id: "a", isThrough: true },
        { id: "b", latencyMs: 900 },
      ]),
    ).toEqual(["b", "a"]);
  });

  it("the fastest is first for whoever has no region, or one that no place names", () => {
    const shops = [
      { id: "a", region: "south", latencyMs: 90 },
      { id: "b", region: "north", latencyMs: 20 },
    ];
    expect(order(shops)).toEqual(["b", "a"]);
    expect(order(shops, "moon")).toEqual(["b", "a"]);
  });

  it("one that is configured no more is left out", () => {
    expect(order([{ id: "a" }, { id: "b" }], undefined, ["gone"])).toEqual(["a", "b"]);
  });

  it("the only one is taken as it is", () => {
    expect(order([{ id: "a", state: "down" }], "north")).toEqual(["a"]);
  });
});
