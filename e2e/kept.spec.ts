import { createHash, randomBytes } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { mebibyte, upload } from "./bytes";
import { expect, test as stories } from "./own-servers";

const ENCRYPTION_KEY = randomBytes(32).toString("base64");

/** A disk, and a second one that gets a copy of everything. */
const test = stories.extend({
  environment: async ({ directory }, use) =>
    use({
      ...{ STORAGE_LOCATIONS: "attic", STORAGE_ATTIC_TYPE: "local", STORAGE_REPLICA: "attic" },
      STORAGE_ATTIC_LOCAL_STORAGE_PATH: join(directory, "attic"),
      ...{ ENABLE_ENCRYPTION: "true", ENCRYPTION_KEY, SCRUB_MB_PER_SECOND: "20" },
    }),
});

interface Shown {
  id: string;
  name: string;
  sha256: string;
}

async function readAll(api: APIRequestContext, url: string, clientId: string): Promise<number> {
  const { items } = await (await api.get(`${url}/api/v1/artifacts?limit=200`)).json();
  for (const { id, name, sha256 } of items as Shown[]) {
    const response = await api.get(`${url}/media/${clientId}/${id}/${sha256}`);
    expect(response.status(), name).toBe(200);
    const hash = createHash("sha256").update(await response.body());
    expect(hash.digest("hex"), name).toBe(sha256);
  }
  return items.length;
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test("What rots is healed, and keys are changed, however often the server and the command are killed", async ({
  home,
  start,
  directory,
  api,
  client,
  vitrine,
}) => {
  test.setTimeout(240_000);
  let server: { url: string; stop(signal?: NodeJS.Signals): Promise<number | null> } = home;
  const files = 5;
  for (let n = 1; n <= files; n += 1) {
    await upload(api, randomBytes(3 * mebibyte), `file ${n}.bin`);
  }
  const stores = async () => {
    const { items } = await (await api.get(`${server.url}/api/v1/stores`)).json();
    const [disk, attic] = ["local", "attic"].map((id) =>
      items.find((store: { id: string }) => store.id === id),
    );
    return { disk, attic };
  };
  const care = (store: string, action: string) =>
    api.post(`${server.url}/api/v1/stores/${store}/care`, { data: { action } });
  const restart = async () => {
    await server.stop("SIGKILL");
    server = await start();
  };

  // The second copies, the server killed while it makes them.
  await care("attic", "replicate");
  await restart();
  await expect
    .poll(
      async () => {
        await care("attic", "replicate");
        return (await stores()).attic.files;
      },
      { timeout: 60_000, intervals: [2_000] },
    )
    .toBe(files);

  // One byte of each file on the first disk turns over.
  for (const path of await filesBelow(join(directory, "data", "files", "objects"))) {
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(100_000) ^ 1, 100_000);
    await writeFile(path, bytes);
  }
  await care("local", "verify");
  await restart();
  await care("local", "verify");
  await restart();
  await expect
    .poll(
      async () => {
        await care("local", "heal");
        const { disk } = await stores();
        const { damaged, missing, healing, due } = disk.care;
        return { files: disk.files, damaged, missing, healing, due };
      },
      { timeout: 90_000, intervals: [2_000] },
    )
    .toEqual({ files, damaged: 0, missing: 0, healing: 0, due: 0 });
  expect(await readAll(api, server.url, client.id)).toBe(files);

  // Another key of the client, and every file written anew with it.
  expect((await vitrine(["client", "rotate-key", client.id])).code).toBe(0);
  for (const afterMs of [0, 60, 150]) {
    await vitrine(["storage", "rewrite"], afterMs);
    expect(await readAll(api, server.url, client.id)).toBe(files);
  }
  const { code, output } = await vitrine(["storage", "rewrite"]);
  expect(code, output).toBe(0);
  const again = await vitrine(["storage", "rewrite"]);
  expect(again.output).toMatch(new RegExp(`local: 0 files written anew, ${files} were right`));
  expect(await readAll(api, server.url, client.id)).toBe(files);
});
