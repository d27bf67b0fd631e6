import { sentence } from "@/lib/i18n";
import { contextOf, type Runtime } from "@/lib/runtime";
import { type Driver, examineStore, type Finding } from "@/lib/storage";
import { keepExamination, probeClient } from "@/lib/stores";
import { namedPlace } from "./named-place";
import { operator } from "./operator";
import type { Out } from "./out";

const marks: Record<Finding["outcome"], string> = {
  ...{ passed: "✓", warned: "!", failed: "✗", skipped: "–" },
};

/** 0: nothing failed in any of the places. 1: something did. */
export async function storageDoctor(
  runtime: Runtime,
  place: string | undefined,
  { origin }: { origin?: string },
  out: Out,
): Promise<number> {
  const { storage, config } = runtime;
  const page = origin ?? config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const drivers = place === undefined ? storage.drivers : [namedPlace(storage, place)];
  let isWell = true;
  for (const driver of drivers) {
    out.write(`${driver.backendId} (${driver.kind})\n`);
    isWell = (await examine(runtime, driver, new URL(page).origin, out)) && isWell;
    out.write("\n");
  }
  return isWell ? 0 : 1;
}

async function examine(
  runtime: Runtime,
  driver: Driver,
  origin: string,
  out: Out,
): Promise<boolean> {
  const findings: Finding[] = [];
  const ctx = contextOf(runtime, operator);
  const clientId = await probeClient(ctx);
  for await (const finding of examineStore(driver, { clientId, origins: [origin] })) {
    findings.push(finding);
    out.write(linesOf(finding));
  }
  return (await keepExamination(ctx, driver.backendId, findings)).isWell;
}

function linesOf({ check, outcome, detail, fix }: Finding): string {
  const text = (key: string) => sentence("en", `stores.checks.${check}.${key}`);
  const lines = [`  ${marks[outcome]} ${text("title")}${detail ? `: ${detail}` : ""}`];
  if (outcome === "warned" || outcome === "failed") lines.push(`      ${text("help")}`);
  if (fix) lines.push("", ...fix.split("\n").map((line) => `      ${line}`), "");
  return `${lines.join("\n")}\n`;
}
