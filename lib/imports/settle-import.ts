import { acceptContent, contentTypeOf, typeOf } from "@/lib/artifacts";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { isAppError } from "@/lib/errors";
import { type NewPlace, placeOf, type StoredPlace } from "@/lib/storage";
import type { OpenImport } from "./find-import";
import { linkName } from "./link-name";
import { reserveImport } from "./reserve-import";

const wellFormed = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/;

interface Received extends StoredPlace {
  url: URL;
  disposition: string | undefined;
  contentType: string | undefined;
}

/** The bytes are in the store: from here on it goes as with every upload. */
export async function settleImport(
  ctx: Context,
  { artifact, upload, source }: OpenImport,
  { url, disposition, contentType: said, sizeBytes, sha256, ...stored }: Received,
): Promise<void> {
  const { clientId } = ctx;
  const name = linkName(url, disposition);
  const given = said && wellFormed.test(said) && said.length <= 127 ? said : undefined;
  const contentType = contentTypeOf(name, given === "binary/octet-stream" ? undefined : given);
  const type = typeOf(contentType);
  const isClaimed = await transaction(ctx, async (ctx) => {
    const { count } = await ctx.db.upload.updateMany({
      where: { clientId, id: upload.id, state: { in: ["OPEN", "COMPLETING"] } },
      data: { state: "COMPLETING", contentType, ...placeOf(stored) },
    });
    await ctx.db.artifact.updateMany({
      where: { clientId, id: artifact.id, status: "UPLOADING" },
      data: { type, contentType, sizeBytes },
    });
    // What a person has called it meanwhile stays.
    const wasNamedByLink = artifact.name === linkName(new URL(source), undefined);
    if (wasNamedByLink) {
      await ctx.db.artifact.updateMany({
        where: { clientId, id: artifact.id, name: artifact.name },
        data: { name },
      });
    }
    // Last, as a limit makes those who reserve wait for each other.
    if (count === 1) await reserveImport(ctx, upload.id, BigInt(sizeBytes));
    return count === 1;
  }).catch(async (error) => {
    // A limit has refused them. Whatever else went wrong, another try writes over them.
    if (isAppError(error)) await dropUnlessKept(ctx, upload, stored);
    throw error;
  });
  const isKept =
    isClaimed &&
    (await acceptContent(ctx, {
      ...{ id: upload.id, artifactId: artifact.id, artifactType: type, sha256 },
      storedSizeBytes: stored.storedSizeBytes,
    }));
  // Called off in the last moment, when there were no bytes yet that could be deleted.
  if (!isKept) await dropUnlessKept(ctx, upload, stored);
}

/** Where another process was faster, or is about to be, these are the artifact's bytes. */
async function dropUnlessKept(
  ctx: Context,
  { id, stagingKey }: OpenImport["upload"],
  place: NewPlace,
): Promise<void> {
  const { clientId } = ctx;
  const row = await ctx.db.upload.findUnique({ where: { clientId_id: { clientId, id } } });
  if (row?.state === "DONE" || row?.state === "COMPLETING") return;
  await ctx.storage.at(place).delete(stagingKey);
}
