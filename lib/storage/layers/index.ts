/** The layers one by one, for benches; everybody else gets them by `createStorage`. */
export { withCompression } from "./compression";
export { createDiskCache } from "./disk-cache";
export { withEncryption } from "./encryption";
export { withFallback } from "./fallback";
export { createMemoryCache } from "./memory-cache";
export { createMeter } from "./meter";
export { withRetry } from "./retry";
