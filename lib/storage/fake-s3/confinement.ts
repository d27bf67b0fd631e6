import { S3Refusal } from "./refusal";

interface Asked {
  operation: string;
  key: string;
  /** Of a listing. */
  prefix: string;
  isThere: boolean;
}

const listings = new Set(["ListObjectsV2", "ListObjects"]);
const readings = new Set(["HeadObject", "GetObject", "GetMetadata"]);

/** What a key may do that is confined to names which begin so: the rest is refused, as S3 does. */
export function assertConfined(confinedTo: string | undefined, asked: Asked): void {
  if (confinedTo === undefined) return;
  const { operation, key, prefix, isThere } = asked;
  const isAllowed =
    key === ""
      ? listings.has(operation) && prefix.startsWith(confinedTo)
      : key.startsWith(confinedTo);
  // Who may not list the whole bucket is not told that there is no such object.
  const hides = readings.has(operation) && !isThere;
  if (!isAllowed || hides) throw new S3Refusal(403, "AccessDenied");
}
