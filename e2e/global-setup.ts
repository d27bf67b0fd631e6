import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { request } from "@playwright/test";
import { startServer } from "./server-process";

export const administrator = {
  name: "Ada Lin",
  email: "ada@example.com",
  password: "a window full of light",
};

/** One fresh server for all stories; its first administrator is signed in once. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "vitrine-e2e-"));
  const server = await startServer({ DATA_DIR: join(directory, "data") });
  const teardown = async () => {
    await server.stop();
    if (process.env.E2E_LOG) await writeFile(process.env.E2E_LOG, server.output());
    await rm(directory, { recursive: true, force: true });
  };
  try {
    // Workers inherit the environment.
    process.env.E2E_URL = server.url;
    process.env.E2E_SESSION = join(directory, "session.json");
    await setUp(server.url, server.setupUrl ?? "", process.env.E2E_SESSION);
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

/** Makes the first administrator of a server and keeps the cookies in a file. */
export async function setUp(baseURL: string, setupUrl: string, session: string): Promise<void> {
  const api = await request.newContext({ baseURL });
  const token = new URL(setupUrl).searchParams.get("token");
  const { name, email, password } = administrator;
  const data = { token, name, email, password, clientName: "Blue Cup Coffee" };
  const made = await api.post("/api/v1/setup", { data });
  if (!made.ok()) throw new Error(`setup failed: ${await made.text()}`);
  const { csrfToken } = await (await api.get("/api/auth/csrf")).json();
  const form = { csrfToken, email, password, json: "true" };
  const signedIn = await api.post("/api/auth/callback/credentials", { form });
  if (!signedIn.ok()) throw new Error(`signing in failed: ${await signedIn.text()}`);
  await api.storageState({ path: session });
  await api.dispose();
}
