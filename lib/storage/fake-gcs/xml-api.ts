import { type Answered, type Asked, operations } from "../fake-s3/operations";
import { S3Refusal } from "../fake-s3/refusal";

/** The XML interface, which is S3's but for the conditions of a PUT. */
export function answerXml(operation: string, asked: Asked): Answered {
  if (operation === "PutObject") {
    assertLength(asked);
    const onlyNew = asked.headers["x-goog-if-generation-match"] === "0";
    const contentType = String(asked.headers["content-type"] ?? "");
    return {
      status: 200,
      headers: { etag: asked.store.put(asked.key, asked.body, contentType, onlyNew) },
    };
  }
  const work = operations[operation];
  if (!work) throw new S3Refusal(501, "NotImplemented", operation);
  return work(asked);
}

function assertLength({ headers, body }: Asked): void {
  const range = /^(\d+),(\d+)$/.exec(String(headers["x-goog-content-length-range"] ?? ""));
  if (!range) return;
  if (body.length < Number(range[1])) throw new S3Refusal(400, "EntityTooSmall");
  if (body.length > Number(range[2])) throw new S3Refusal(400, "EntityTooLarge");
}
