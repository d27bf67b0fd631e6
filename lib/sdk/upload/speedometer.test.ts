import { expect, it } from "vitest";
import { createSpeedometer } from "./speedometer";

it("says nothing until it has watched for a while", () => {
  const meter = createSpeedometer();
  meter.record(1000, 0);
  expect(meter.bytesPerSecond(500)).toBeUndefined();
});

it("comes close to a steady speed and follows a change slowly", () => {
  const meter = createSpeedometer();
  for (let ms = 0; ms <= 20_000; ms += 100) meter.record(100, ms);
  expect(meter.bytesPerSecond(20_000)).toBeCloseTo(1000, -1);
  for (let ms = 20_100; ms <= 21_000; ms += 100) meter.record(1000, ms);
  const speed = meter.bytesPerSecond(21_000) ?? 0;
  expect(speed).toBeGreaterThan(1100);
  expect(speed).toBeLessThan(5000);
});

it("does not run backwards when a part is sent again", () => {
  const meter = createSpeedometer();
  meter.record(1000, 0);
  meter.record(-5000, 1000);
  expect(meter.bytesPerSecond(2000)).toBeGreaterThanOrEqual(0);
});
