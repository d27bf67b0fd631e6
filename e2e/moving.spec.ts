import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { APIRequestContext } from "@playwright/test";
import { mebibyte, upload } from "./bytes";
import { cardOf, isReady, openLibrary } from "./library";
import { makeClip } from "./media";
import { expect, test } from "./own-servers";

const { RGW_ENDPOINT = "", RGW_ACCESS_KEY = "", RGW_SECRET_KEY = "" } = process.env;
const bucket = `moving-${randomBytes(6).toString("hex")}`;

test.skip(!RGW_ENDPOINT, "there is no S3 server: npm test starts one where Ceph can be installed");

test.use({
  environment: {
    S3_ENDPOINT_URL: RGW_ENDPOINT,
    S3_ACCESS_KEY: RGW_ACCESS_KEY,
    S3_SECRET_KEY: RGW_SECRET_KEY,
    S3_BUCKET_NAME: bucket,
    S3_CREATE_BUCKET: "true",
  },
});

interface Shown {
  id: string;
  name: string;
  sha256: string;
}

/** Reads every file as a screen does and compares; answers from where the bytes came. */
async function readAll(api: APIRequestContext, clientId: string): Promise<string[]> {
  const { items } = await (await api.get("/api/v1/artifacts?limit=200")).json();
  const origins = new Set<string>();
  for (const { id, name, sha256 } of items as Shown[]) {
    const response = await api.get(`/media/${clientId}/${id}/${sha256}`);
    expect(response.status(), name).toBe(200);
    const hash = createHash("sha256").update(await response.body());
    expect(hash.digest("hex"), name).toBe(sha256);
    origins.add(new URL(response.url()).origin);
  }
  return [...origins];
}

test("Files move to a bucket and back while everything plays, however often the command is killed", async ({
  home,
  api,
  client,
  vitrine,
}) => {
  test.setTimeout(180_000);
  for (let n = 1; n <= 10; n += 1) await upload(api, randomBytes(3 * mebibyte), `file ${n}.bin`);
  await expect
    .poll(async () => {
      const { items } = await (await api.get("/api/v1/artifacts?status=ready")).json();
      return items.length;
    })
    .toBe(10);
  expect(await readAll(api, client.id)).toEqual([home.url]);

  for (const [from, to] of [
    ["local", "s3"],
    ["s3", "local"],
  ] as const) {
    const migrate = ["storage", "migrate", "--from", from, "--to", to, "--at-once", "2"];
    // It says how much there is, and begins: from before the first byte to somewhere in the middle.
    for (const afterMs of [0, 40, 90, 160]) {
      const { code } = await vitrine(migrate, afterMs);
      if (afterMs === 0) expect(code).toBeNull();
      await readAll(api, client.id);
    }
    const { code, output } = await vitrine(migrate);
    expect(code, output).toBe(0);
    const list = await vitrine(["storage", "list"]);
    expect(list.output).toMatch(new RegExp(`^${from} .* 0 files`, "m"));
    expect(list.output).toMatch(new RegExp(`^${to} .* 10 files, 31.5 MB`, "m"));
  }
  // What was served from a moment ago may be remembered for a moment.
  await expect.poll(() => readAll(api, client.id)).toEqual([home.url]);
});

test("What another program has put into the bucket is taken over, and plays", async ({
  manager,
  client,
  vitrine,
}) => {
  const [scheme, name] = ["Weihnachten 2025/Café & 饼干.mp4", "Café & 饼干.mp4"];
  const credentials = { accessKeyId: RGW_ACCESS_KEY, secretAccessKey: RGW_SECRET_KEY };
  const place = { endpoint: RGW_ENDPOINT, region: "us-east-1", forcePathStyle: true };
  const s3 = new S3Client({ ...place, credentials });
  const Body = await readFile(await makeClip("film.mp4", { seconds: 3 }));
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `${client.id}/${scheme}`, Body }));

  const address = `s3://${bucket}/${client.id}/`;
  const dry = await vitrine(["storage", "adopt", address, "--dry-run"]);
  expect(dry.output).toContain("1 files would become artifacts");
  const { code, output } = await vitrine(["storage", "adopt", address]);
  expect(code, output).toBe(0);
  expect((await vitrine(["storage", "adopt", address])).output).toContain(
    "1 are artifacts already",
  );

  await openLibrary(manager, client);
  await isReady(manager, name);
  await cardOf(manager, name)
    .getByRole("button", { name: `Preview ${name}` })
    .click();
  const video = manager.getByRole("dialog", { name }).getByLabel(name);
  await expect
    .poll(() => video.evaluate((v: HTMLVideoElement) => v.currentTime))
    .toBeGreaterThan(0);
});

test("The operator is told what is wrong in sentences", async ({ home, vitrine }) => {
  expect(home.url).toContain("http");
  for (const [args, words] of [
    [["storage", "migrate", "--from", "local", "--to", "tape"], 'no place "tape" here, only local'],
    [["storage", "migrate", "--from", "local", "--to", "local"], "the same"],
    [["storage", "migrate", "--from", "local"], "required option '--to <place>'"],
    [["storage", "adopt", "s3://other/client_001/"], "No place here is s3://other"],
    [["storage", "adopt", `s3://${bucket}/`], "must say whose files they are"],
    [["storage", "adopt", "/srv/media"], "is no address of a place here"],
    [["storage", "adopt", "local:client_404/"], "client not found"],
    [["client", "policy", "client_404", "--store", "s3"], "There is no client client_404"],
    [["client", "policy", "client_001"], 'The place "local" knows no keys'],
  ] as const) {
    const { code, output } = await vitrine([...args]);
    expect(output).toContain(words);
    expect(code).not.toBe(0);
  }
  const { output } = await vitrine(["client", "policy", "client_001", "--store", "s3"]);
  expect(JSON.parse(output).Statement[1].Resource).toEqual([`arn:aws:s3:::${bucket}/client_001/*`]);
});
