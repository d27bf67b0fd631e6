import { type FakeS3, startFakeS3 } from "@/lib/storage/fake-s3";
import { test as stories } from "./fake-store";
import { expect } from "./fixtures";
import { addFiles, isReady, openLibrary } from "./library";
import { makeClip } from "./media";
import { openScreen, plays } from "./screen";

/** New files go to `fake` in the south; a copy of each to `copies` in the north. */
const test = stories.extend<{ copies: FakeS3 }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names in it
  copies: async ({}, use) => {
    const copies = await startFakeS3();
    await use(copies);
    await copies.stop();
  },
  environment: ({ environment, copies }, use) =>
    use({
      ...{ ...environment, STORAGE_REGION: "south", STORAGE_REPLICA: "copies", MAX_RETRIES: "0" },
      ...{ STORAGE_LOCATIONS: "copies", STORAGE_COPIES_TYPE: "s3" },
      STORAGE_COPIES_STORAGE_REGION: "north",
      STORAGE_COPIES_S3_BUCKET_NAME: "media",
      STORAGE_COPIES_S3_ENDPOINT_URL: copies.endpoint,
      STORAGE_COPIES_S3_ACCESS_KEY: copies.credentials.accessKeyId,
      STORAGE_COPIES_S3_SECRET_KEY: copies.credentials.secretAccessKey,
    }),
});

test("A screen gets its films from the storage of its store's region, and from another while that is down", async ({
  fake,
  copies,
  home,
  manager,
  api,
  client,
  screenPage: screen,
}) => {
  test.setTimeout(240_000);
  await manager.goto(`/c/${client.id}/settings`);
  await manager.getByRole("button", { name: "Add store" }).first().click();
  const dialog = manager.getByRole("dialog", { name: "Add store" });
  await dialog.getByLabel("Name of the store").fill("Main Street");
  await expect(dialog.getByLabel("Region").getByRole("option")).toHaveText([
    "None",
    "north",
    "south",
  ]);
  await dialog.getByLabel("Region").selectOption("north");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(manager.getByRole("list", { name: "Stores" })).toContainText("Main Street");
  const { items, regions } = await (await api.get("/api/v1/sites")).json();
  expect(regions).toEqual(["north", "south"]);
  expect(items).toMatchObject([{ name: "Main Street", region: "north" }]);

  await openLibrary(manager, client);
  await addFiles(manager, await makeClip("Spring.mp4", { seconds: 3 }));
  await isReady(manager, "Spring.mp4");
  // Film and poster; the copying comes by every minute, and whenever it is asked to.
  const isCopied = async () => {
    await api.post("/api/v1/stores/copies/care", { data: { action: "replicate" } });
    return copies.bucket("media").objects.size >= fake.bucket("media").objects.size;
  };
  await expect.poll(isCopied, { timeout: 150_000, intervals: [3_000] }).toBe(true);

  const [film] = (await (await api.get("/api/v1/artifacts")).json()).items;
  const address = `/media/${client.id}/${film.id}/${film.sha256}`;
  const whence = async (region: string) => {
    const answer = await api.get(`${address}?region=${region}`, { maxRedirects: 0 });
    const { location = "" } = answer.headers();
    return [copies, fake].find(({ endpoint }) => location.startsWith(endpoint));
  };
  // This process may still keep where it lay before.
  await expect.poll(async () => (await whence("north")) === copies).toBe(true);
  expect(await whence("south")).toBe(fake);

  const asked = { north: 0, south: 0 };
  screen.on("request", (request) => {
    if (request.url().startsWith(copies.endpoint)) asked.north++;
    if (request.url().startsWith(fake.endpoint)) asked.south++;
  });
  const code = await openScreen(screen, home.url);
  const data = { code, name: "Window", siteId: items[0].id };
  expect((await api.post("/api/v1/screens/pair", { data })).ok()).toBe(true);
  await plays(screen, "Spring.mp4");
  expect(asked.north).toBeGreaterThan(0);
  expect(asked.south).toBe(0);

  // Nobody reads through the server: it finds out by itself.
  copies.faults.next("*", "reset", 100_000);
  await expect.poll(async () => (await whence("north")) === fake, { timeout: 60_000 }).toBe(true);
});
