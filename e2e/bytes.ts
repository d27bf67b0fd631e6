import { createHash, randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { type APIRequestContext, test } from "@playwright/test";

export const mebibyte = 1024 * 1024;

/** A file that cannot be compressed; answers its path. */
export async function makeFile(name: string, sizeBytes: number): Promise<string> {
  const path = test.info().outputPath(name);
  await writeFile(path, randomBytes(sizeBytes));
  return path;
}

export async function sha256Of(path: string): Promise<string> {
  return sha256(await readFile(path));
}

export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What is in the library, by name. */
export async function findArtifact(api: APIRequestContext, name: string, origin = "") {
  const response = await api.get(`${origin}/api/v1/artifacts?limit=200`);
  const { items } = await response.json();
  return items.find((artifact: { name: string }) => artifact.name === name);
}

/** Sends the bytes up to, but not including, "complete". Answers how to say that. */
export async function send(api: APIRequestContext, bytes: Buffer, path: string, origin = "") {
  const facts = { name: basename(path), sizeBytes: bytes.length };
  const created = await api.post(`${origin}/api/v1/artifacts`, { data: facts });
  const { artifact, upload } = await created.json();
  const { url, headers } = upload.plan.request;
  const put = await api.put(new URL(url, created.url()).href, { headers, data: bytes });
  const receipt = put.headers()["x-vitrine-receipt"];
  return {
    artifactId: artifact.id as string,
    complete: () =>
      api.post(`${origin}/api/v1/uploads/${upload.id}/complete`, { data: { receipt } }),
  };
}

/** A whole upload without a browser. */
export async function upload(api: APIRequestContext, bytes: Buffer, path: string, origin = "") {
  const { artifactId, complete } = await send(api, bytes, path, origin);
  const completed = await complete();
  if (!completed.ok()) throw new Error(`no upload: ${await completed.text()}`);
  return artifactId;
}
