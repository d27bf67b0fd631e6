import { isAppError } from "@/lib/errors";
import { type Driver, isServed, type SignedRequest } from "../driver";
import { type CheckName, type Finding, Told } from "./finding";
import { checkObjects } from "./object-checks";
import { checkAbort, checkParts } from "./part-checks";
import { newProbeKey } from "./probe-key";
import {
  checkClock,
  checkCors,
  checkLength,
  checkOverwrite,
  checkPut,
  checkRange,
  checkSignature,
  checkType,
  probeUpload,
} from "./url-checks";

const urlChecks = ["put", "length", "type", "signature", "range", "cors", "overwrite"] as const;

interface ExamineOptions {
  /** Whose objects the attempts lie among. */
  clientId: string;
  /** Of the pages that browsers send from. */
  origins: readonly string[];
  now?: () => Date;
}

/**
 * Tries a store as this server and browsers use it, and yields what was found as it is found. It
 * throws for no failing of the store's, and leaves nothing there.
 */
export async function* examineStore(
  driver: Driver,
  { clientId, origins, now = () => new Date() }: ExamineOptions,
): AsyncGenerator<Finding> {
  const reach = await find("reach", async () => driver.check?.(clientId, { mayCreate: false }));
  yield reach;
  if (reach.outcome === "failed") return;
  yield find("objects", () => checkObjects(driver, newProbeKey(clientId)));
  if (isServed(driver)) {
    for (const check of urlChecks) yield { check, outcome: "skipped" };
    yield* examineParts(driver, clientId);
    yield { check: "clock", outcome: "skipped" };
    yield { check: "lifecycle", outcome: "skipped" };
    return;
  }
  const key = newProbeKey(clientId);
  let signed: SignedRequest | undefined;
  const signing = await find("put", async () => {
    signed = await driver.signPut(probeUpload(key));
  });
  if (!signed) {
    yield signing;
    for (const check of urlChecks.slice(1)) yield { check, outcome: "skipped" };
    yield* examineParts(driver, clientId);
    yield { check: "clock", outcome: "skipped" };
    yield find("lifecycle", () => checkLifecycle(driver));
    return;
  }
  yield* examineUrls(driver, { clientId, origins, now, key, signed });
}

interface Signed extends Required<ExamineOptions> {
  key: string;
  signed: SignedRequest;
}

async function* examineUrls(
  driver: Driver,
  { clientId, origins, now, key, signed }: Signed,
): AsyncGenerator<Finding> {
  try {
    // The refusals first, while there is nothing that could be replaced.
    const length = await find("length", () => checkLength(signed));
    const type = await find("type", () => checkType(signed));
    const signature = await find("signature", () => checkSignature(signed));
    const isTaken = length.outcome === "failed" || type.outcome === "failed";
    if (isTaken) await driver.delete(key).catch(() => {});
    yield find("put", () => checkPut(signed));
    yield length;
    yield type;
    yield signature;
    yield find("range", () => checkRange(driver, key));
    yield find("cors", () => checkCors(driver, signed, key, origins));
    yield find("overwrite", () => checkOverwrite(driver, signed, key));
    yield* examineParts(driver, clientId);
    yield find("clock", () => checkClock(signed, now));
    yield find("lifecycle", () => checkLifecycle(driver));
  } finally {
    await driver.delete(key).catch(() => {});
  }
}

async function* examineParts(driver: Driver, clientId: string): AsyncGenerator<Finding> {
  yield find("parts", () => checkParts(driver, newProbeKey(clientId)));
  yield find("abort", () => checkAbort(driver, newProbeKey(clientId)));
}

async function checkLifecycle({ rules }: Driver): Promise<void> {
  const state = (await rules?.lifecycle()) ?? "unknown";
  if (state === "unknown") throw new Told("skipped", "", rules?.lifecycleFix());
  if (state === "missing") throw new Told("warned", "", rules?.lifecycleFix());
}

async function find(check: CheckName, work: () => Promise<unknown>): Promise<Finding> {
  try {
    await work();
    return { check, outcome: "passed" };
  } catch (error) {
    if (error instanceof Told) {
      const { outcome, detail, fix } = error;
      return { check, outcome, ...(detail ? { detail } : {}), ...(fix ? { fix } : {}) };
    }
    if (isAppError(error)) return { check, outcome: "failed", detail: error.message };
    return { check, outcome: "failed", detail: (error as Error).message.slice(0, 300) };
  }
}
