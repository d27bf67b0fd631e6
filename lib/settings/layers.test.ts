import { expect, it } from "vitest";
import { parseConfig } from "@/lib/config";

const key = Buffer.alloc(32, 7);
const text = key.toString("base64");

it.each([
  ["MAX_RETRIES", "many", "must be a number"],
  ["MAX_RETRIES", "1.5", "must be a whole number"],
  ["MAX_RETRIES", "-1", "must be 0 or more"],
  ["MAX_CACHE_SIZE_MB", "9007199254740991", "must be 1073741824 or less"],
  ["ENABLE_CACHE", "perhaps", "must be true or false"],
  ["ROLE", "king", "must be all, web, worker"],
  ["AUTH_SECRET", "short", "must be 32 letters or more"],
])("%s=%s is refused in words, and by its name", (name, value, words) => {
  expect(() => parseConfig({ [name]: value })).toThrow(`${name}: ${words}`);
});

it("takes a blank for a setting that is not there", () => {
  expect(parseConfig({ MAX_RETRIES: " " }).layers.maxRetries).toBe(3);
});

it.each([text, key.toString("hex"), key.toString("base64url"), `${text}\n`])(
  "reads the key %s",
  (given) => {
    expect(parseConfig({ ENCRYPTION_KEY: given }).layers.masterKeys).toEqual([key]);
  },
);

it.each([`!!${text}`, text.slice(4), `${text}AAAA`, "secret"])("refuses the key %s", (given) => {
  expect(() => parseConfig({ ENCRYPTION_KEY: given })).toThrow(/^ENCRYPTION_KEY must be 32 bytes/);
});

it("wants the present key beside the former one", () => {
  const former = { ENCRYPTION_KEY_PREVIOUS: text };
  expect(() => parseConfig(former)).toThrow(/set ENCRYPTION_KEY/);
  const both = { ...former, ENCRYPTION_KEY: Buffer.alloc(32, 8).toString("base64") };
  expect(parseConfig(both).layers.masterKeys).toHaveLength(2);
});
