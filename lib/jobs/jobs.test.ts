import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { BaseContext } from "@/lib/context";
import { transaction } from "@/lib/db";
import { testRuntime } from "@/lib/testing";
import { enqueue, type JobHandler, migrateJobs, startWorker } from ".";
import { createLiveness } from "./liveness";

const { db, pool, storage, log } = await testRuntime();
const ctx: BaseContext = {
  actor: { kind: "job", name: "test" },
  ...{ db, pool, storage, log, requestId: "test" },
};

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

async function work(name: string, handler: JobHandler) {
  const worker = await startWorker({ pool, tasks: { [name]: handler }, concurrency: 1, log });
  stop = worker.stop;
}
async function countOf(name: string): Promise<number> {
  const { rows } = await pool.query(
    "select count(*)::int as n from graphile_worker.jobs where task_identifier = $1",
    [name],
  );
  return rows[0].n;
}

describe("a job that is added in a transaction", () => {
  it("runs after the commit, and not before", async () => {
    const name = randomUUID();
    const ran: unknown[] = [];
    await work(name, async (payload) => void ran.push(payload));
    await transaction(ctx, async (ctx) => {
      await enqueue(ctx, name, { id: 7 });
      await sleep(200);
      expect(ran).toEqual([]);
    });
    await vi.waitFor(() => expect(ran).toEqual([{ id: 7 }]), { timeout: 5_000 });
  });

  it("never was when the transaction is rolled back", async () => {
    const name = randomUUID();
    const undone = transaction(ctx, async (ctx) => {
      await enqueue(ctx, name, {});
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await countOf(name)).toBe(0);
  });

  it("is one job when it is added twice under one key", async () => {
    const name = randomUUID();
    await enqueue(ctx, name, { n: 1 }, { jobKey: name });
    await enqueue(ctx, name, { n: 2 }, { jobKey: name });
    expect(await countOf(name)).toBe(1);
  });
});

describe("a worker", () => {
  it("tells a handler that this attempt is the last", async () => {
    const name = randomUUID();
    const seen: boolean[] = [];
    await work(name, async (_, { isLastAttempt }) => void seen.push(isLastAttempt));
    await enqueue(ctx, name, {}, { maxAttempts: 1 });
    await vi.waitFor(() => expect(seen).toEqual([true]), { timeout: 5_000 });
  });

  it("lets what is under way finish when it is stopped", async () => {
    const name = randomUUID();
    const steps: string[] = [];
    await work(name, async () => {
      steps.push("begun");
      await sleep(300);
      steps.push("done");
    });
    await enqueue(ctx, name, {});
    await vi.waitFor(() => expect(steps).toEqual(["begun"]), { timeout: 5_000 });
    await stop?.();
    stop = undefined;
    expect(steps).toEqual(["begun", "done"]);
  });

  it("takes up at once what a killed process had begun", async () => {
    const name = randomUUID();
    const ran = vi.fn(async () => {});
    await enqueue(ctx, name, {});
    await pool.query(
      `update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - interval '1 minute'
       where task_id = (select id from graphile_worker._private_tasks where identifier = $1)`,
      [name, `worker-${name}`],
    );
    await work(name, ran);
    await vi.waitFor(() => expect(ran).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  });

  it("leaves the jobs of another living worker alone", async () => {
    const name = randomUUID();
    const begun: number[] = [];
    await work(name, async () => {
      begun.push(1);
      await sleep(2_000);
    });
    await enqueue(ctx, name, {});
    await vi.waitFor(() => expect(begun.length).toBe(1), { timeout: 5_000 });
    await pool.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'
       where task_id = (select id from graphile_worker._private_tasks where identifier = $1)`,
      [name],
    );
    const other = await createLiveness(pool, log);
    expect(await other.releaseDead()).toBe(0);
    await other.stop();
    expect(begun).toEqual([1]);
  });
});

it("the queue's own tables are made once, however often it is asked", async () => {
  await Promise.all([migrateJobs(pool, log), migrateJobs(pool, log)]);
});
