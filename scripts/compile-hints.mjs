// Tells browsers to compile the pages' code whole and beside the page's own work instead of
// function by function when each is first called: a slow phone is then free sooner. Little files
// are left as they are.
// The first line that asks for it: https://v8.dev/blog/explicit-compile-hints
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const leastBytes = 16_384;
const hint = "//# allFunctionsCalledOnLoad\n";

export async function addCompileHints(directory) {
  const files = await readdir(directory, { recursive: true });
  const scripts = files.filter((file) => file.endsWith(".js")).map((file) => join(directory, file));
  await Promise.all(
    scripts.map(async (script) => {
      const code = await readFile(script, "utf8");
      if (code.length >= leastBytes && !code.startsWith(hint)) await writeFile(script, hint + code);
    }),
  );
}
