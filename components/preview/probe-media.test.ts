import { expect, it } from "vitest";
import { probeMedia } from "./probe-media";

const { signal } = new AbortController();
const fails = () => Promise.reject(new TypeError("Failed to fetch"));

it.each([
  [404, "gone"],
  [503, "down"],
  [500, "down"],
  [206, "fine"],
  [416, "fine"],
  [401, "fine"],
])("takes %i for %s", async (status, state) => {
  const ask = async () => new Response(null, { status: status === 206 ? 200 : status });
  expect(await probeMedia("/media/x", signal, ask)).toBe(state);
});

it("asks for one byte, past all caches", async () => {
  const ask = async (_: unknown, init?: RequestInit) => {
    expect(init).toMatchObject({ headers: { range: "bytes=0-0" }, cache: "no-store" });
    return new Response("x", { status: 200 });
  };
  expect(await probeMedia("/media/x", signal, ask)).toBe("fine");
});

it("tells a store that may not be read from one that does not answer", async () => {
  const closed: typeof fetch = (_, init) =>
    init?.mode === "no-cors" ? Promise.resolve(new Response()) : fails();
  expect(await probeMedia("/media/x", signal, closed)).toBe("fine");
  expect(await probeMedia("/media/x", signal, fails)).toBe("down");
});
