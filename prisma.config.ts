import { defineConfig } from "prisma/config";

// `generate` only checks that an engine file exists and never runs it; without this it would
// try to download one. Migrations are applied by lib/db/migrate.ts.
if (process.argv.includes("generate")) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({ schema: "prisma/schema.prisma" });
