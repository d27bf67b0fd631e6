// Makes what is made from other files: Prisma's client, and the table of API routes.
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { filesIn, fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { runStep } from "./run-step.mjs";

const clientStamp = ".build/prisma-client";
const routesFile = "lib/bin/routes.generated.ts";

export async function generate() {
  const wanted = fingerprint(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  if (readStamp(clientStamp) !== wanted || !existsSync("lib/db/generated/client.ts")) {
    const args = ["node_modules/prisma/build/index.js", "generate"];
    const environment = { CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
    await runStep("Making the database client", process.execPath, args, environment);
    writeStamp(clientStamp, wanted);
  }
  const table = routeTable([...filesIn("app/api/v1")]);
  if (readStamp(routesFile) !== table) writeStamp(routesFile, table);
}

function routeTable(files) {
  const modules = files
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith("/route.ts"))
    .map((file) => ({
      path: `/${dirname(file).replace(/^app\//, "")}`,
      from: `@/${file.slice(0, -3)}`,
    }));
  return [
    "// Made by scripts/generate.mjs from the tree of app/api/v1.",
    ...modules.map(({ from }, index) => `import * as route${index} from "${from}";`),
    "",
    "export const routes = [",
    ...modules.map(({ path }, index) => `  { path: "${path}", module: route${index} },`),
    "];",
    "",
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
