import { createHash } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { ArtifactType } from "@/lib/artifacts/schema";
import { testRuntime } from "./test-runtime";

interface StoredArtifact {
  id: string;
  name: string;
  sha256: string;
}

interface StoredOptions {
  name?: string;
  type?: ArtifactType;
  contentType?: string;
  /** With a picture taken of it. */
  hasPoster?: boolean;
  /** With a record of where its bytes lie, and what was found there: null is right. */
  place?: { problem: "missing" | "damaged" | null };
}

/** An artifact as it stands once its bytes were verified; the bytes themselves are not there. */
export async function storedArtifact(
  clientId: string,
  {
    name = "Spring.mp4",
    type = "VIDEO",
    contentType = "video/mp4",
    hasPoster,
    place,
  }: StoredOptions = {},
): Promise<StoredArtifact> {
  const { db, storage } = await testRuntime();
  const [id, blobId] = [uuid(), uuid()];
  const sha256 = createHash("sha256").update(id).digest("hex");
  const facts = { clientId, state: "VERIFIED", sizeBytes: 1000n } as const;
  await db.blob.create({
    data: { ...facts, id: blobId, sha256, contentType, durationMs: 6000, width: 640, height: 360 },
  });
  const content = { contentType, sizeBytes: 1000n, blobId };
  await db.artifact.create({
    data: {
      ...{ clientId, id, name, type, status: "AVAILABLE", ...content },
      ...{ durationMs: 6000, width: 640, height: 360 },
    },
  });
  await db.artifactVersion.create({
    data: {
      ...{ clientId, artifactId: id, number: 1, origin: "UPLOAD", state: "READY" },
      ...{ fileName: name, ...content },
    },
  });
  if (place) {
    const { backendId } = storage.current;
    const lying = { backendId, objectKey: `${clientId}/${blobId}`, storedSizeBytes: 1000n };
    await db.placement.create({
      data: { clientId, id: uuid(), blobId, ...lying, state: "PRESENT", ...place },
    });
  }
  if (hasPoster) {
    const posterId = uuid();
    const posterSha = createHash("sha256").update(posterId).digest("hex");
    await db.blob.create({
      data: { ...facts, id: posterId, sha256: posterSha, contentType: "image/jpeg" },
    });
    await db.rendition.create({
      data: { clientId, sourceBlobId: blobId, kind: "POSTER", blobId: posterId },
    });
  }
  return { id, name, sha256 };
}
