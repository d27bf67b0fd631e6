import { Client } from "pg";
import { afterAll, beforeAll } from "vitest";
import { testRuntime } from "@/lib/testing";

/** Not one of those that the jobs take. */
const lock = 4_815_199;

/** For test files whose jobs lock the whole database: two at once would find each other's locks. */
export function runAlone(): void {
  let client: Client;
  beforeAll(async () => {
    client = new Client((await testRuntime()).pool.options);
    await client.connect();
    await client.query("select pg_advisory_lock($1)", [lock]);
  });
  afterAll(() => client.end());
}
