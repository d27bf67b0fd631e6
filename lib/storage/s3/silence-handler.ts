import { Readable } from "node:stream";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { limitSilence } from "../limit-silence";
import type { S3Options } from "./options";

type Handle = NodeHttpHandler["handle"];

/**
 * Time-outs of silence. Where bytes are sent it is the socket's: a large part over a slow line may
 * take as long as it needs. Elsewhere it is the time until the answer begins, and then what the
 * answer's body is given: a reader who takes their time keeps a socket silent, too.
 */
export class SilenceHandler extends NodeHttpHandler {
  private readonly sending: NodeHttpHandler;

  constructor(private readonly limit: Pick<S3Options, "backendId" | "timeoutSeconds">) {
    const timeoutMs = limit.timeoutSeconds * 1000;
    const common = {
      connectionTimeout: Math.min(10_000, timeoutMs),
      httpAgent: { maxSockets: 100 },
      httpsAgent: { maxSockets: 100 },
    };
    super({ ...common, requestTimeout: timeoutMs, throwOnRequestTimeout: true });
    this.sending = new NodeHttpHandler({ ...common, socketTimeout: timeoutMs });
  }

  override async handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    if (request.body !== undefined) return this.sending.handle(request, options);
    const answer = await super.handle(request, options);
    const { body } = answer.response;
    if (body instanceof Readable) answer.response.body = limitSilence(body, this.limit);
    return answer;
  }

  override destroy(): void {
    super.destroy();
    this.sending.destroy();
  }
}
