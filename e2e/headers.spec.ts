import { expect, test } from "./fixtures";

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
};

/** `script-src 'self' …` and its like, by name. */
function directives(policy = ""): Record<string, string[]> {
  return Object.fromEntries(
    policy.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

test("every page says what it may load, and only its own scripts run", async ({ api, client }) => {
  const nonces = new Set<string>();
  for (const path of [
    "/sign-in",
    `/c/${client.id}/library`,
    `/c/${client.id}/people`,
    "/account",
    "/screen",
    "/pair",
    "/invite/none",
    "/nowhere",
  ]) {
    const page = await api.get(path, { headers: { accept: "text/html" } });
    const headers = page.headers();
    expect(headers, path).toMatchObject(always);
    expect(headers, path).not.toHaveProperty("x-powered-by");
    // What a signed-in person saw must not be seen by the next at the same browser.
    expect(headers["cache-control"], path).toContain("no-store");
    const policy = directives(headers["content-security-policy"]);
    expect(policy, path).toMatchObject({
      "default-src": ["'self'"],
      "object-src": ["'none'"],
      "base-uri": ["'self'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'none'"],
    });
    expect(policy["script-src"], path).not.toContain("'unsafe-inline'");
    expect(policy["script-src"], path).not.toContain("'unsafe-eval'");
    const nonce = policy["script-src"]
      ?.find((source) => source.startsWith("'nonce-"))
      ?.slice(7, -1);
    nonces.add(nonce ?? "");
    const scripts = (await page.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(8);
});

test("answers of the API are not kept, not sniffed, and not given to other sites", async ({
  api,
  client,
}) => {
  for (const path of ["/api/v1/me", "/api/v1/artifacts", "/api/v1/nothing"]) {
    const headers = (await api.get(path)).headers();
    expect(headers, path).toMatchObject(always);
    expect(headers["cache-control"], path).toContain("no-store");
    expect(headers, path).not.toHaveProperty("access-control-allow-origin");
  }
  const rename = (headers: Record<string, string>) =>
    api.patch(`/api/v1/clients/${client.id}`, { headers, data: { name: "Mine", version: 1 } });
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin: "https://evil.example" },
  ] as Record<string, string>[]) {
    expect((await rename(headers)).status(), JSON.stringify(headers)).toBe(403);
  }
});
