import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, notFound } from "@/lib/errors";
import type { Runtime } from "@/lib/runtime";
import {
  type DataGrant,
  isServed,
  partRange,
  type ServedDriver,
  signReceipt,
  verifyDataUrl,
} from "@/lib/storage";
import { corsHeaders } from "./cors";
import { requestBody } from "./request-body";

/** PUT of a whole object or of one part, by a presigned URL. */
export async function receiveObject(
  { storage, secrets }: Runtime,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const grant = verifyDataUrl(secrets, "PUT", request.url ?? "", new Date());
  const driver = storage.at(grant);
  if (!isServed(driver)) throw notFound("backend");
  assertAnnounced(request, grant);
  if (request.headers.expect) response.writeContinue();

  const headers = await store(driver, grant, request, (receipt) => signReceipt(secrets, receipt));
  response.writeHead(200, { ...corsHeaders, ...headers, "content-length": 0 }).end();
}

async function store(
  driver: ServedDriver,
  grant: DataGrant,
  request: IncomingMessage,
  sign: (receipt: { key: string; sizeBytes: number; sha256: string }) => string,
): Promise<Record<string, string>> {
  const { key } = grant;
  if (grant.kind === "part") {
    await driver.putPart(grant, grant.partNumber, requestBody(request));
    return {};
  }
  if (grant.kind === "get") throw notFound("upload");
  const { contentType, sizeBytes } = grant;
  const options = { contentType, sizeBytes, onlyNew: true };
  const { sha256 } = await driver.put(key, requestBody(request), options);
  return { etag: `"${sha256}"`, "x-vitrine-receipt": sign({ key, sizeBytes, sha256 }) };
}

/** What was signed must be what comes, before the first byte is read. */
function assertAnnounced({ headers }: IncomingMessage, grant: DataGrant): void {
  if (grant.kind === "get") return;
  const expectedBytes =
    grant.kind === "put" ? grant.sizeBytes : partRange(grant, grant.partNumber).sizeBytes;
  const announced = headers["content-length"];
  if (headers["transfer-encoding"] !== undefined || announced === undefined) {
    throw new AppError("invalid", "content-length is required", { reason: "length_required" });
  }
  if (Number(announced) !== expectedBytes) {
    throw new AppError("invalid", `content-length ${announced}, signed ${expectedBytes}`, {
      reason: "size_mismatch",
      params: { expectedBytes, receivedBytes: Number(announced) },
    });
  }
  if (grant.kind === "put" && essence(headers["content-type"]) !== grant.contentType) {
    throw new AppError("forbidden", "another content-type was signed", { reason: "bad_signature" });
  }
}

function essence(contentType = ""): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}
