import { v7 as uuid } from "uuid";
import {
  assertSize,
  contentTypeOf,
  creatorOf,
  kindOf,
  typeOf,
  uploadLifeMs,
  withOpenUpload,
} from "@/lib/artifacts";
import type { ArtifactType } from "@/lib/artifacts/schema";
import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { type NewPlace, newObjectKey, placeOf, type UploadHandle } from "@/lib/storage";
import { addVersion, lockArtifact } from "@/lib/versions";
import type { CreateVersion } from "@/lib/versions/schema";
import type { Upload } from "./schema";
import { toUpload } from "./to-upload";

/** A place for another file in an artifact's stead; what is there goes on playing meanwhile. */
export async function openVersion(
  ctx: Context,
  artifactId: string,
  { fileName, sizeBytes, ...input }: CreateVersion,
): Promise<Upload> {
  requireScope(ctx, "artifacts:write");
  assertSize(sizeBytes);
  const { clientId } = ctx;
  const contentType = contentTypeOf(fileName, input.contentType);
  // Before anything is opened at the store: most refusals are these.
  await transaction(ctx, async (ctx) => {
    assertSameKind((await lockArtifact(ctx, artifactId)).type, contentType);
  });
  const request = {
    key: newObjectKey(clientId, "originals"),
    ...{ contentType, sizeBytes },
    expiresAt: new Date(Date.now() + uploadLifeMs),
  };
  return withOpenUpload(ctx, request, async (handle, plan) => {
    return toUpload(await insert(ctx, artifactId, fileName, handle), plan);
  });
}

function insert(
  ctx: Context,
  artifactId: string,
  fileName: string,
  handle: UploadHandle & NewPlace,
) {
  const { clientId } = ctx;
  const { contentType, sizeBytes, expiresAt } = handle;
  return transaction(ctx, async (ctx) => {
    const artifact = await lockArtifact(ctx, artifactId);
    assertSameKind(artifact.type, contentType);
    const versionNumber = await addVersion(ctx, artifactId, {
      origin: "UPLOAD",
      ...{ fileName, contentType, sizeBytes, createdById: creatorOf(ctx) },
    });
    await audit(ctx, "upload.open", artifactId, { purpose: "NEW_VERSION", number: versionNumber });
    const row = await ctx.db.upload.create({
      data: {
        ...{ clientId, id: uuid(), purpose: "NEW_VERSION", state: "OPEN", artifactId },
        ...{ stagingKey: handle.key, versionNumber, ...placeOf(handle) },
        ...{ contentType, sizeBytes, expiresAt },
        partSizeBytes: handle.partSizeBytes ?? null,
        storeUploadId: handle.storeUploadId ?? null,
      },
    });
    await publish(ctx, { kind: "artifacts", clientId, ids: [artifactId] });
    return row;
  });
}

/** A video stays a video: playlists and screens count on it. The bytes are looked at later. */
function assertSameKind(type: ArtifactType, contentType: string): void {
  const kind = kindOf(type);
  const given = kindOf(typeOf(contentType));
  // What the sender cannot name may still be right.
  if (!kind || contentType === "application/octet-stream" || kind === given) return;
  throw new AppError("invalid", `a ${kind} is replaced by a ${kind}`, {
    reason: "another_kind",
    params: { kind },
  });
}
