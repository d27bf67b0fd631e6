import { audit } from "@/lib/audit";
import { assertAdministrator, limit, type PersonContext } from "@/lib/auth";
import { runtime } from "@/lib/runtime";
import { examineStore as examine, type Finding } from "@/lib/storage";
import { findStore } from "./find-store";
import { keepExamination } from "./keep-examination";
import { probeClient } from "./probe-client";
import type { Examination } from "./schema";

/** Each sends some megabytes. */
const perStore = { points: 10, durationSeconds: 60 };

/** Tries the store as this server and browsers use it. `origin`: of the page that asks. */
export async function examineStore(
  ctx: PersonContext,
  id: string,
  origin: string,
): Promise<Examination> {
  assertAdministrator(ctx);
  const driver = findStore(ctx, id);
  await limit(ctx, "examine-store", id, perStore);
  const { PUBLIC_URL } = runtime().config;
  const origins = [PUBLIC_URL ? new URL(PUBLIC_URL).origin : origin];
  const findings: Finding[] = [];
  const clientId = await probeClient(ctx);
  for await (const finding of examine(driver, { clientId, origins })) findings.push(finding);
  await audit(ctx, "store.examine", id);
  return keepExamination(ctx, id, findings);
}
