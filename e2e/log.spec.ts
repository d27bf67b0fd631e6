import { readFileSync } from "node:fs";
import { administrator } from "./global-setup";
import { invite } from "./members";
import { expect, test } from "./own-servers";

test.use({ environment: { LOG_LEVEL: "trace" } });

test("the log has none of the secrets that went through the server", async ({
  api,
  home,
  playwright,
}) => {
  const { url: baseURL, setupUrl = "" } = home;
  const setupToken = new URL(setupUrl).searchParams.get("token") ?? "";
  const secrets = [administrator.password];
  for (const { value } of (await api.storageState()).cookies) secrets.push(value);

  // An invitation, taken by a new person; and once more in vain.
  const token = (await invite(api, "VIEWER")).slice("/invite/".length);
  const person = { name: "Bo", email: "bo@example.com", password: "an invited person's words" };
  secrets.push(token, person.password);
  const anyone = await playwright.request.newContext({ baseURL });
  const accept = `/api/v1/invitation-links/${token}/accept`;
  expect((await anyone.post(accept, { data: person })).ok()).toBe(true);
  expect((await anyone.post(accept, { data: person })).status()).toBe(404);
  expect((await anyone.get(`/invite/${token}`)).ok()).toBe(true);
  const wrong = "a password that is not right";
  secrets.push(wrong);
  const { csrfToken } = await (await anyone.get("/api/auth/csrf")).json();
  const form = { csrfToken, email: person.email, password: wrong, json: "true" };
  for (let attempt = 0; attempt < 7; attempt += 1)
    await anyone.post("/api/auth/callback/credentials", { form });
  await anyone.post("/api/v1/setup", { data: { ...person, token: setupToken } });
  await api.post("/api/v1/account/password", { data: { current: wrong, next: "too short" } });

  // An upload, its bytes, and the address of its pictures; altered and cut as well.
  const bytes = readFileSync("public/samples/coffee.mp4");
  const file = { name: "coffee.mp4", sizeBytes: bytes.length, contentType: "video/mp4" };
  const made = await (await api.post("/api/v1/artifacts", { data: file })).json();
  const { url, headers } = made.upload.plan.request;
  secrets.push(signatureOf(url, baseURL));
  expect((await anyone.put(`${url}x`, { headers, data: bytes })).status()).toBe(403);
  expect((await anyone.put(url, { headers, data: bytes.subarray(1) })).ok()).toBe(false);
  expect((await anyone.put(url, { headers, data: bytes })).ok()).toBe(true);
  const completed = await api.post(`/api/v1/uploads/${made.upload.id}/complete`, { data: {} });
  expect(completed.ok()).toBe(true);

  // A screen: its code becomes its token.
  const pairing = await (await anyone.post("/api/v1/pairings")).json();
  secrets.push(pairing.secret);
  const screen = { code: pairing.code, name: "Window", siteId: null };
  expect((await api.post("/api/v1/screens/pair", { data: screen })).ok()).toBe(true);
  const bearer = { authorization: `Bearer ${pairing.secret}` };
  const manifest = () => anyone.get("/api/v1/screen/manifest", { headers: bearer });
  await expect
    .poll(async () => (await (await manifest()).json()).items.length, { timeout: 30_000 })
    .toBe(1);
  const [item] = (await (await manifest()).json()).items;
  secrets.push(signatureOf(item.url, baseURL));
  expect((await anyone.get(item.url)).ok()).toBe(true);
  expect((await anyone.get(`${item.url}x`)).ok()).toBe(false);
  await anyone.get("/api/v1/screen/manifest", { headers: { authorization: "Bearer nobody" } });

  await anyone.dispose();
  await home.stop();
  const log = home.output();
  expect(log).toContain("too many attempts");
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(5);
    expect(log).not.toContain(secret);
  }
});

/** The part of a signed URL that makes it one. */
function signatureOf(url: string, baseURL: string): string {
  const { searchParams } = new URL(url, baseURL);
  return searchParams.get("signature") ?? searchParams.get("s") ?? "";
}
