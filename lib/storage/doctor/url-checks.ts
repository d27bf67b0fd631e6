import type { Driver, SignedRequest, UploadHandle } from "../driver";
import { failed, Told } from "./finding";
import { request, wordOf } from "./request";

export const probeText = "vitrine";
export const probeType = "text/plain";
const maxDriftSeconds = 15 * 60;
const fairDriftSeconds = 30;

const send = ({ url, headers }: SignedRequest, body: string, more: Record<string, string> = {}) =>
  request(url, { method: "PUT", headers: { ...headers, ...more }, body });

/** Refuses what is not exactly what was signed; otherwise a URL could be used for anything. */
async function refuses(sent: Promise<Response>): Promise<void> {
  const response = await sent;
  if (response.ok) throw failed(`${response.status}`);
  await response.body?.cancel();
}

export async function checkLength(signed: SignedRequest): Promise<void> {
  await refuses(send(signed, `${probeText}!`));
}

export async function checkType(signed: SignedRequest): Promise<void> {
  await refuses(send(signed, probeText, { "content-type": "text/html" }));
}

export async function checkSignature(signed: SignedRequest): Promise<void> {
  const url = signed.url.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  await refuses(send({ ...signed, url }, probeText));
}

export async function checkPut(signed: SignedRequest): Promise<void> {
  const response = await send(signed, probeText);
  if (!response.ok) throw failed(await wordOf(response));
}

/** A URL that was used must not replace what may have been verified since. */
export async function checkOverwrite(driver: Driver, signed: SignedRequest, key: string) {
  const response = await send(signed, [...probeText].reverse().join(""));
  await response.body?.cancel();
  if (!response.ok) return;
  const url = await driver.signGet(key, shown());
  const now = await (await request(url)).text();
  if (now !== probeText) throw new Told("warned", `${response.status}`);
}

export async function checkRange(driver: Driver, key: string): Promise<void> {
  const response = await request(await driver.signGet(key, shown()), {
    headers: { range: "bytes=1-3" },
  });
  if (response.status !== 206) throw failed(await wordOf(response));
  const [text, place] = [await response.text(), response.headers.get("content-range")];
  if (text !== probeText.slice(1, 4)) throw failed("bytes");
  if (place !== `bytes 1-3/${probeText.length}`) throw failed("content-range");
}

/** What a browser asks before it sends, and what it may read of the answer. */
export async function checkCors(
  driver: Driver,
  signed: SignedRequest,
  key: string,
  origins: readonly string[],
): Promise<void> {
  const fix = driver.rules?.corsFix(origins);
  for (const origin of origins) {
    const asked = { origin, "access-control-request-method": "PUT" };
    const names = Object.keys(signed.headers).sort().join(",");
    const headers = { ...asked, "access-control-request-headers": names };
    const preflight = await request(signed.url, { method: "OPTIONS", headers });
    await preflight.body?.cancel();
    const isAsked = lists(preflight, "methods", "PUT") && lists(preflight, "headers", names);
    if (!preflight.ok || !allows(preflight, origin) || !isAsked) throw failed(origin, fix);
    const read = await request(await driver.signGet(key, shown()), { headers: { origin } });
    await read.body?.cancel();
    if (!allows(read, origin)) throw failed(origin, fix);
  }
}

function allows({ headers }: Response, origin: string): boolean {
  return ["*", origin].includes(headers.get("access-control-allow-origin") ?? "");
}

function lists({ headers }: Response, kind: "methods" | "headers", wanted: string): boolean {
  const said = (headers.get(`access-control-allow-${kind}`) ?? "").toLowerCase();
  const words = said.split(",").map((word) => word.trim());
  return wanted
    .toLowerCase()
    .split(",")
    .every((word) => words.includes(word) || words.includes("*"));
}

/** What is signed by a clock that is far off is refused. */
export async function checkClock(signed: SignedRequest, now: () => Date): Promise<void> {
  const response = await request(new URL(signed.url).origin, { method: "HEAD" });
  const said = Date.parse(response.headers.get("date") ?? "");
  if (Number.isNaN(said)) throw new Told("skipped", "no date");
  const drift = Math.round((said - now().getTime()) / 1000);
  if (Math.abs(drift) >= maxDriftSeconds) throw failed(`${drift} s`);
  if (Math.abs(drift) > fairDriftSeconds) throw new Told("warned", `${drift} s`);
}

export function shown() {
  const now = Date.now();
  return {
    ...{ contentType: probeType, sha256: "0".repeat(64), disposition: "inline" as const },
    ...{ fileName: "probe.txt", signedAt: new Date(now), expiresAt: new Date(now + 300_000) },
  };
}

export function probeUpload(key: string): UploadHandle {
  return {
    ...{ key, sizeBytes: probeText.length, contentType: probeType },
    ...{ expiresAt: new Date(Date.now() + 300_000) },
    ...{ partSizeBytes: undefined, storeUploadId: undefined },
  };
}
