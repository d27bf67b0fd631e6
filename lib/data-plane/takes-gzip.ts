/** What `Accept-Encoding` says of gzip, by its name before `*` (RFC 9110, 12.5.3). */
export function takesGzip(accepted = ""): boolean {
  const weights = new Map<string, number>();
  for (const item of accepted.toLowerCase().split(",")) {
    const [name = "", ...parameters] = item.split(";").map((word) => word.trim());
    const weight = parameters.find((word) => /^q\s*=/.test(word))?.split("=")[1];
    weights.set(name, weight === undefined ? 1 : Number(weight));
  }
  return (weights.get("gzip") ?? weights.get("*") ?? 0) > 0;
}
