import { openAsBlob } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { APIRequestContext } from "@playwright/test";
import { createSlots, sendFile, type UploadEnv } from "@/lib/sdk";

/** The uploader that browsers run, with Node's own way to send: what it costs without a browser. */
export async function uploadByNode(api: APIRequestContext, path: string): Promise<void> {
  const file = await openAsBlob(path);
  const json = async (method: string, address: string, data?: unknown) => {
    const answer = await api.fetch(`/api/v1${address}`, { method, ...(data ? { data } : {}) });
    if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`);
    return answer.json();
  };
  const env: UploadEnv = {
    transport: {
      create: async (facts) => (await json("POST", "/artifacts", facts)).upload,
      progress: (id) => json("GET", `/uploads/${id}`),
      signParts: async (id, partNumbers) =>
        (await json("POST", `/uploads/${id}/parts`, { partNumbers })).requests,
      async sendBytes({ url, headers }, body, onSent) {
        const bytes = await body.arrayBuffer();
        const answer = await fetch(url, { method: "PUT", headers, body: bytes });
        if (!answer.ok) throw new Error(`part: ${answer.status}`);
        await answer.arrayBuffer();
        onSent(body.size);
        return undefined;
      },
      complete: (id, proof) => json("POST", `/uploads/${id}/complete`, proof),
      abort: async () => {},
    },
    clock: { now: () => performance.now(), sleep: (ms) => sleep(ms) },
    connection: { isOnline: () => true, untilOnline: async () => {} },
    random: Math.random,
    newId: () => crypto.randomUUID(),
    hash: async () => undefined,
    slots: createSlots(4),
  };
  const facts = { name: "film.bin", contentType: "application/octet-stream", sizeBytes: file.size };
  const hash = Promise.resolve(undefined);
  const request = { id: "1", file, facts, uploadId: undefined, hash };
  await sendFile(env, request, () => {}, new AbortController().signal);
}
