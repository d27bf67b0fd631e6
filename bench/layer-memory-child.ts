// Passes so many bytes through all layers and tells how much memory this process took at most.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { newObjectKey } from "@/lib/storage";
import { bareLocal, createLayers } from "./layer-stacks";

const sizeBytes = Number(process.argv[2]);
const chunk = Buffer.alloc(64 * 1024, "v");
function* bytes() {
  for (let sent = 0; sent < sizeBytes; sent += chunk.length) yield chunk;
}

const directory = await mkdtemp(join(tmpdir(), "vitrine-bench-"));
try {
  const { spooled } = await createLayers(directory);
  const driver = spooled(await bareLocal(directory));
  const key = newObjectKey("bench", "originals");
  await driver.put(key, Readable.from(bytes()), { contentType: "video/mp4", sizeBytes });
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(await driver.get(key), nowhere);
  process.stdout.write(`${Math.round(process.resourceUsage().maxRSS / 1024)}\n`);
} finally {
  await rm(directory, { recursive: true, force: true });
}
