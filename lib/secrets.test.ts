import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deriveSecrets, keptSecret } from "./secrets";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "vitrine-secret-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe("a secret that a file keeps", () => {
  it("is the same for all who come at once, and for nobody else to read", async () => {
    const path = join(directory, "secret");
    const secrets = await Promise.all([1, 2, 3, 4].map(() => keptSecret(path, 48)));
    expect(new Set(secrets).size).toBe(1);
    expect(await keptSecret(path, 48)).toBe(secrets[0]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(directory)).toEqual(["secret"]);
  });

  it("that was cut short is refused, not used", async () => {
    const path = join(directory, "secret");
    await writeFile(path, "short");
    await expect(keptSecret(path, 48)).rejects.toThrow("damaged");
  });
});

describe("what is sealed", () => {
  const secrets = deriveSecrets("a secret of this test, long enough for all");

  it("is read with the same secret, and looks different each time", () => {
    const [one, other] = [
      secrets.seal("import", "链接?token=1"),
      secrets.seal("import", "链接?token=1"),
    ];
    expect(one).not.toBe(other);
    expect(secrets.unseal("import", one)).toBe("链接?token=1");
  });

  it("is nothing with another secret, or when it was touched", () => {
    const sealed = secrets.seal("import", "a link");
    expect(deriveSecrets("another secret").unseal("import", sealed)).toBeUndefined();
    expect(secrets.unseal("import", `A${sealed.slice(1)}`)).toBeUndefined();
    expect(secrets.unseal("import", "short")).toBeUndefined();
  });
});
