import { deriveSecrets } from "@/lib/secrets";
import { describeDriver } from "../driver.contract";
import { createMemoryDriver } from "./memory";

describeDriver("memory", async () => createMemoryDriver(deriveSecrets("s".repeat(32))));
