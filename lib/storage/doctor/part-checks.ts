import { Readable } from "node:stream";
import { type Driver, isServed, type UploadHandle } from "../driver";
import { partCount, partRange } from "../part-plan";
import { failed } from "./finding";
import { request, wordOf } from "./request";

/** Above the least that goes in parts, with one of them short; CHUNK_SIZE may ask for more. */
const sizes = [16, 32, 64].map((mebibytes) => mebibytes * 1024 ** 2 + 1);
const contentType = "application/octet-stream";

async function open(driver: Driver, key: string): Promise<UploadHandle> {
  const expiresAt = new Date(Date.now() + 600_000);
  for (const sizeBytes of sizes) {
    const wanted = { key, sizeBytes, contentType, expiresAt };
    const opened = await driver.openUpload(wanted);
    if (opened.partSizeBytes !== undefined) return { ...wanted, ...opened };
  }
  throw failed("no parts");
}

async function send(driver: Driver, upload: UploadHandle, partNumber: number): Promise<void> {
  const part = Buffer.alloc(partRange(upload, partNumber).sizeBytes, partNumber);
  if (isServed(driver)) return driver.putPart(upload, partNumber, Readable.from([part]));
  const [signed] = await driver.signParts(upload, [partNumber]);
  if (!signed) throw failed("no URL");
  const { url, headers } = signed;
  const response = await request(url, { method: "PUT", headers, body: part });
  if (!response.ok) throw failed(await wordOf(response));
}

export async function checkParts(driver: Driver, key: string): Promise<void> {
  const upload = await open(driver, key);
  try {
    for (let n = 1; n <= partCount(upload); n += 1) await send(driver, upload, n);
    if ((await driver.listParts(upload)).length !== partCount(upload)) throw failed("list");
    const whole = await driver.finishUpload(upload);
    if (whole.sizeBytes !== upload.sizeBytes) throw failed(`${whole.sizeBytes}`);
  } finally {
    await driver.abortUpload(upload);
  }
}

/** What is given up leaves nothing to pay for. */
export async function checkAbort(driver: Driver, key: string): Promise<void> {
  const upload = await open(driver, key);
  try {
    await send(driver, upload, partCount(upload));
    if ((await driver.listParts(upload)).length !== 1) throw failed("list");
  } finally {
    await driver.abortUpload(upload);
  }
  if ((await driver.listParts(upload)).length > 0) throw failed("parts");
}
