import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Engine {
  diff(params: object): Promise<{ exitCode: number; stdout: string | null }>;
}
interface EngineModule {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: { new: (options: object, log: () => void, adapter: object) => Promise<Engine> };
}

/** The SQL that leads from one schema to another, by Prisma's own engine, without a database. */
export async function diffSchemas(from: string | undefined, to: string): Promise<string> {
  const engine = await loadEngine(to);
  const datamodel = (content: string) => ({
    tag: "schemaDatamodel",
    files: [{ path: "schema.prisma", content }],
  });
  const result = await engine.diff({
    from: from === undefined ? { tag: "empty" } : datamodel(from),
    to: datamodel(to),
    script: true,
    exitCode: true,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return result.exitCode === 2 ? (result.stdout ?? "") : "";
}

// Node cannot import .wasm, which the package's own entry does, so it is instantiated by hand.
async function loadEngine(schema: string): Promise<Engine> {
  const folder = "node_modules/@prisma/schema-engine-wasm";
  const glue: EngineModule = await import(pathToFileURL(join(folder, "schema_engine_bg.js")).href);
  const { instance } = await WebAssembly.instantiate(
    await readFile(join(folder, "schema_engine_bg.wasm")),
    { "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports },
  );
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter);
}

// The engine asks for the version of the database before it says anything; it is asked nothing else.
const ok = <T>(value: T) => ({ ok: true, value });
const connection = {
  provider: "postgres",
  adapterName: "none",
  errorRegistry: {},
  queryRaw: async () =>
    ok({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [5, 7, 0],
      rows: [[true, "PostgreSQL 18.4", 180_004]],
    }),
  executeRaw: async () => ok(0),
  executeScript: async () => ok(undefined),
  dispose: async () => ok(undefined),
  startTransaction: async () => ok(undefined),
  getConnectionInfo: () => ok({ schemaName: "public", supportsRelationJoins: true }),
};
const adapter = {
  provider: "postgres",
  adapterName: "none",
  errorRegistry: {},
  connect: async () => ok(connection),
  connectToShadowDb: async () => ok(connection),
};
