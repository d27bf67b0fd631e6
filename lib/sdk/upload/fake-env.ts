import type { Upload, UploadPlan, UploadProgress } from "@/lib/uploads/schema";
import { createSlots } from "./slots";
import { TransportError, type TransportFailure, type UploadTransport } from "./transport";
import type { UploadEnv } from "./upload-env";

/** For tests: a store in memory that can be told to fail, and a clock that never really waits. */
export function fakeEnv(options: { partSizeBytes?: number } = {}) {
  const store = new Map<string, FakeUpload>();
  const failures: { of: string; failure: TransportFailure }[] = [];
  const calls: string[] = [];
  const waits: number[] = [];
  const wakers = new Set<() => void>();
  let now = 0;
  let ids = 0;
  let online = true;
  let held: Promise<void> | undefined;

  function failMaybe(call: string): void {
    calls.push(call);
    const index = failures.findIndex(({ of }) => call.startsWith(of));
    const hit = index < 0 ? undefined : failures.splice(index, 1)[0];
    if (hit) throw new TransportError(hit.failure);
  }

  function lookUp(id: string): FakeUpload {
    const upload = store.get(id);
    if (!upload) throw new TransportError({ kind: "refused", status: 404, code: "not_found" });
    return upload;
  }

  const transport: UploadTransport = {
    async create({ name, sizeBytes, contentType }) {
      failMaybe(`create ${name}`);
      await held;
      const id = `u${store.size + 1}`;
      const upload = {
        id,
        artifactId: `a-${id}`,
        purpose: "NEW_ARTIFACT" as const,
        state: "OPEN" as const,
        sizeBytes,
        contentType,
        expiresAt: "2030-01-01T00:00:00Z",
        plan: planOf(id, sizeBytes, options.partSizeBytes),
      };
      store.set(id, { upload, arrived: new Map(), proof: undefined });
      return upload;
    },
    async progress(id): Promise<UploadProgress> {
      failMaybe(`progress ${id}`);
      const { upload, arrived } = lookUp(id);
      const parts = [...arrived].map(([partNumber, sizeBytes]) => ({ partNumber, sizeBytes }));
      return { ...upload, arrivedParts: upload.plan.kind === "parts" ? parts : [] };
    },
    async signParts(id, parts) {
      failMaybe(`sign ${id} ${parts.join(",")}`);
      return parts.map((number) => signed(id, number));
    },
    async sendBytes({ url, partNumber = 1 }, body, onSent, signal) {
      failMaybe(`send ${url}`);
      await held;
      signal.throwIfAborted();
      onSent(body.size);
      lookUp(url.split("/")[1] ?? "").arrived.set(partNumber, body.size);
      return `receipt of ${url}`;
    },
    async complete(id, proof) {
      failMaybe(`complete ${id}`);
      const found = lookUp(id);
      found.upload.state = "DONE";
      found.proof = proof;
    },
    async abort(id) {
      failMaybe(`abort ${id}`);
      store.delete(id);
    },
  };

  const env: UploadEnv = {
    transport,
    clock: {
      now: () => now,
      async sleep(ms, signal) {
        signal.throwIfAborted();
        waits.push(ms);
        now += ms;
      },
    },
    connection: {
      isOnline: () => online,
      untilOnline: (signal) =>
        new Promise((resolve, reject) => {
          wakers.add(resolve);
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
    },
    random: () => 1,
    newId() {
      ids += 1;
      return `upload-${ids}`;
    },
    hash: async () => "ab".repeat(32),
    slots: createSlots(4),
  };

  return {
    env,
    store,
    calls,
    waits,
    fail: (of: string, failure: TransportFailure, times = 1) => {
      for (let time = 0; time < times; time += 1) failures.push({ of, failure });
    },
    /** Requests hang until the answer is called. */
    hold(): () => void {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        held = undefined;
        release();
      };
    },
    goOffline: () => {
      online = false;
    },
    goOnline: () => {
      online = true;
      failures.length = 0;
      for (const wake of wakers) wake();
      wakers.clear();
    },
  };
}

interface FakeUpload {
  upload: Upload;
  arrived: Map<number, number>;
  proof: { sha256?: string; receipt?: string } | undefined;
}

function planOf(id: string, sizeBytes: number, partSizeBytes: number | undefined): UploadPlan {
  if (!partSizeBytes || sizeBytes <= partSizeBytes) {
    return { kind: "put", request: { method: "PUT", url: `put/${id}`, headers: {} } };
  }
  const partCount = Math.ceil(sizeBytes / partSizeBytes);
  return { kind: "parts", partSizeBytes, partCount, requests: [signed(id, 1), signed(id, 2)] };
}

function signed(id: string, partNumber: number) {
  return { method: "PUT" as const, url: `part/${id}/${partNumber}`, headers: {}, partNumber };
}
