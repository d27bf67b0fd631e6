import { expect, it } from "vitest";
import { takesGzip } from "./takes-gzip";

it.each([
  ["gzip", true],
  ["br, gzip;q=0.5", true],
  ["GZIP; Q=1.0", true],
  ["*", true],
  ["identity, *;q=0.001", true],
  ["gzip;q=0, *", false],
  ["*, gzip;q=0.000", false],
  ["*;q=0", false],
  ["br", false],
  ["gzip;q=much", false],
  ["", false],
  [undefined, false],
])("of %j it says %j", (accepted, takes) => {
  expect(takesGzip(accepted)).toBe(takes);
});
