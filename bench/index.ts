// `npm run bench [api|library|bytes|stores|layers|sockets]`: speed, each figure beside a yardstick of the same run.
// The machine's load changes from minute to minute, so only the ratios are to be compared.
import { cpus } from "node:os";
import { benchApi } from "./api";
import { benchBucketUploads, benchLocalPut } from "./bucket-uploads";
import { benchRanges, benchUploads } from "./bytes";
import { benchCachedReads, benchLayerMemory, benchLayers } from "./layers";
import { benchLibrary } from "./library";
import { printTable, type Row } from "./row";
import { benchSigning } from "./signing";
import { benchSockets } from "./sockets";
import { benchStoreMemory } from "./store-memory";

const suites: Record<string, (() => Promise<Row[]>)[]> = {
  api: [benchApi],
  library: [benchLibrary],
  bytes: [benchUploads, benchRanges],
  stores: [benchSigning, benchLocalPut, benchBucketUploads, benchStoreMemory],
  layers: [benchLayers, benchCachedReads, benchLayerMemory],
  sockets: [benchSockets],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites[name]);
if (unknown.length > 0) {
  console.error(
    `No such bench: ${unknown.join(", ")}. There are: ${Object.keys(suites).join(", ")}.`,
  );
  process.exit(1);
}

const rows: Row[] = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(suites)) {
  for (const measure of suites[name] ?? []) {
    console.error(`measuring ${name}: ${measure.name} …`);
    rows.push(...(await measure()));
  }
}
console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ""}`);
printTable(rows);
process.exit(0);
