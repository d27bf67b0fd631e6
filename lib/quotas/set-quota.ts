import { assertAdministrator, inClient, type PersonContext } from "@/lib/auth";
import { changeQuota } from "./change-quota";
import type { SetQuota, Usage } from "./schema";

/** For platform administrators: whoever runs the server decides how much a client may fill. */
export async function setQuota(
  person: PersonContext,
  clientId: string,
  limits: SetQuota,
): Promise<Usage> {
  assertAdministrator(person);
  return changeQuota(await inClient(person, clientId), limits);
}
