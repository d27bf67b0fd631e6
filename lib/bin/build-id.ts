import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-root";

/** Which build of the pages this process serves; undefined while developing. */
export function buildId(): string | undefined {
  const file = join(projectRoot, ".next/BUILD_ID");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}
