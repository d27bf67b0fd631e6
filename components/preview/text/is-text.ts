import type { Artifact } from "@/lib/artifacts/schema";

const textTypes = new Set([
  ...["application/json", "application/x-subrip", "application/xml", "application/javascript"],
  ...["application/yaml", "application/x-yaml", "application/xhtml+xml", "application/x-ndjson"],
]);
const textEndings =
  /\.(txt|md|markdown|srt|vtt|ass|ssa|lrc|sub|json|jsonl|csv|tsv|log|ini|conf|ya?ml|toml|xml|html?|css|js|ts|py|sh|bat|sql)$/i;

/** Whether a file is read rather than looked at. Whatever it is, it is shown as letters only. */
export function isText({ type, contentType, name }: Artifact): boolean {
  if (type === "SCRIPT" || type === "PROMPT") return true;
  if (contentType.startsWith("text/") || textTypes.has(contentType)) return true;
  return contentType === "application/octet-stream" && textEndings.test(name);
}
