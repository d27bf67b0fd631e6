import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { expect } from "./fixtures";
import { invite, newMember, newPerson } from "./members";

export interface Furnished {
  /** Newest first. */
  artifactIds: string[];
  invitationPath: string;
}

// One word without a place to break it: what is most likely to be wider than a phone.
const long = "Sommerschlussverkaufsfensterbeleuchtung".repeat(2);

/** Makes the client of `api` one that is in use: files, a store, a screen, people, an invitation. */
export async function furnish(api: APIRequestContext): Promise<Furnished> {
  await upload(api, "public/samples/coffee.mp4");
  await upload(api, "public/samples/fruit.mp4", `${long}.mp4`);
  await upload(api, "app/apple-icon.png");
  await upload(api, "e2e/furnish.ts", "notes.mp4");
  const site = await created(api, "/api/v1/sites", { name: long.slice(0, 80) });
  await pairScreen(api, { name: "Window, left", siteId: site.id });
  await pairScreen(api, { name: long.slice(0, 80), siteId: null });
  const person = newPerson(long.slice(0, 80));
  await newMember(api, "VIEWER", { ...person, email: `${long.slice(0, 50)}.${person.email}` });
  await created(api, "/api/v1/invitations", { role: "MANAGER", email: `${long}@example.com` });
  const invitationPath = await invite(api, "UPLOADER");

  let artifacts: { id: string; status: string }[] = [];
  await expect
    .poll(
      async () => {
        artifacts = (await (await api.get("/api/v1/artifacts")).json()).items;
        return artifacts.map(({ status }) => status);
      },
      { timeout: 30_000 },
    )
    .toEqual(["FAILED", "AVAILABLE", "AVAILABLE", "AVAILABLE"]);
  return { artifactIds: artifacts.map(({ id }) => id), invitationPath };
}

/** Uploads a file of the repository by presigned URL. */
export async function upload(
  api: APIRequestContext,
  path: string,
  name = basename(path),
): Promise<string> {
  const bytes = readFileSync(path);
  const contentType = name.endsWith(".png") ? "image/png" : "video/mp4";
  const file = { name, sizeBytes: bytes.length, contentType };
  const { artifact, upload } = await created(api, "/api/v1/artifacts", file);
  const { url, headers } = upload.plan.request;
  expect((await api.put(url, { headers, data: bytes })).ok()).toBe(true);
  expect((await api.post(`/api/v1/uploads/${upload.id}/complete`, { data: {} })).ok()).toBe(true);
  return artifact.id;
}

async function pairScreen(
  api: APIRequestContext,
  screen: { name: string; siteId: string | null },
): Promise<void> {
  const { code } = await created(api, "/api/v1/pairings");
  await created(api, "/api/v1/screens/pair", { ...screen, code });
}

async function created(api: APIRequestContext, path: string, data?: unknown) {
  const answer = await api.post(path, { data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return await answer.json();
}
