import { upload } from "./bytes";
import { expect, test } from "./fake-store";

test("What lies in a bucket comes from it, through this server, or by a CDN, as the operator says", async ({
  fake,
  home,
  start,
  api,
  client,
}) => {
  const words = "the whole of a film";
  const id = await upload(api, Buffer.from(words), "film.bin");
  const path = `/api/v1/artifacts/${id}`;
  await expect.poll(async () => (await (await api.get(path)).json()).status).toBe("AVAILABLE");
  const { sha256 } = await (await api.get(path)).json();
  const media = `/media/${client.id}/${id}/${sha256}`;
  const at = (origin: string, headers = {}) =>
    api.get(`${origin}${media}`, { headers, maxRedirects: 0 });

  const straight = await at(home.url);
  expect(straight.status()).toBe(302);
  expect(straight.headers().location).toContain(fake.endpoint);

  const { url: proxy } = await start({ MEDIA_DELIVERY: "proxy" });
  const whole = await at(proxy);
  expect([whole.status(), await whole.text()]).toEqual([200, words]);
  const piece = await at(proxy, { range: "bytes=4-8" });
  expect([piece.status(), await piece.text()]).toEqual([206, "whole"]);
  expect(piece.headers()["content-range"]).toBe(`bytes 4-8/${words.length}`);

  const { url: cdn } = await start({ CDN_BASE_URL: "https://media.example.com" });
  // It is no picture, film or sound, so it leaves as a download, whose name no CDN knows.
  expect((await at(cdn)).headers().location).toContain(fake.endpoint);
  const film = await upload(api, Buffer.from("text"), "words.txt");
  await expect
    .poll(async () => (await (await api.get(`/api/v1/artifacts/${film}`)).json()).status)
    .toBe("AVAILABLE");
  const shown = await (await api.get(`/api/v1/artifacts/${film}`)).json();
  const textAt = `${cdn}/media/${client.id}/${film}/${shown.sha256}`;
  const { location = "" } = (await api.get(textAt, { maxRedirects: 0 })).headers();
  expect(location).toMatch(new RegExp(`^https://media.example.com/${client.id}/originals/`));
  const page = await api.get(`${cdn}/c/${client.id}/library`);
  expect(page.headers()["content-security-policy"]).toContain("https://media.example.com");
});
