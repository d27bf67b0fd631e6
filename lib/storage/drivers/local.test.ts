import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deriveSecrets } from "@/lib/secrets";
import { describeDriver } from "../driver.contract";
import { createLocalDriver } from "./local";

describeDriver("local", async () =>
  createLocalDriver(deriveSecrets("s".repeat(32)), {
    root: await mkdtemp(join(tmpdir(), "vitrine-local-")),
    uploadUrlSeconds: 3600,
  }),
);
