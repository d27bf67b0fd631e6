import { AppError } from "./errors";

/** The body as text. `too_large` beyond the bound, also where no length was announced (chunked). */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  const announced = request.headers.get("content-length");
  if (Number(announced ?? 0) > maxBytes) throw bodyTooLarge(maxBytes);
  if (announced !== null) return request.text();
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of request.body ?? []) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) throw bodyTooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function bodyTooLarge(maxBytes: number): AppError {
  return new AppError("too_large", `this body may have ${maxBytes} bytes`, {
    reason: "body_too_large",
    params: { maxBytes },
  });
}
