// Writes the configuration tables of the READMEs from the schema. `--check` only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { configSchema } from "@/lib/config";

const begin = "<!-- configuration: made by `npm run docs` from lib/config.ts -->";
const end = "<!-- /configuration -->";

const readmes = [
  { path: "README.md", head: ["Variable", "Default", "Meaning"], text: "description" },
  { path: "README.zh-CN.md", head: ["变量", "默认值", "含义"], text: "zh" },
] as const;

function table(head: readonly string[], text: "description" | "zh"): string {
  const rows = Object.entries(configSchema.shape).map(([name, schema]) => {
    const parsed = schema.safeParse(undefined);
    const value = parsed.success && parsed.data !== undefined ? `\`${parsed.data}\`` : "";
    return `| \`${name}\` | ${value} | ${String(schema.meta()?.[text] ?? "")} |`;
  });
  return [`| ${head.join(" | ")} |`, "|---|---|---|", ...rows].join("\n");
}

let stale = false;
for (const { path, head, text } of readmes) {
  const before = readFileSync(path, "utf8");
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  if (from < 0 || to < 0) throw new Error(`${path} has no place for the configuration table`);
  const after = `${before.slice(0, from + begin.length)}\n${table(head, text)}\n${before.slice(to)}`;
  if (after === before) continue;
  stale = true;
  if (!process.argv.includes("--check")) writeFileSync(path, after);
}
if (stale && process.argv.includes("--check")) {
  console.error("The configuration tables are stale: run `npm run docs`.");
  process.exit(1);
}
