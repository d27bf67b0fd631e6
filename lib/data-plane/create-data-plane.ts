import type { IncomingMessage, ServerResponse } from "node:http";
import { v7 as uuid } from "uuid";
import { notFound } from "@/lib/errors";
import { readerOf } from "@/lib/header-reader";
import { problemAnswer } from "@/lib/http";
import type { Runtime } from "@/lib/runtime";
import { answerPreflight, corsHeaders } from "./cors";
import { receiveObject } from "./receive-object";
import { refuse } from "./refuse";
import { ConnectionCut } from "./request-body";
import { serveMedia } from "./serve-media";
import { serveSigned } from "./serve-signed";

/** Answers true when it has taken the request. */
type DataPlane = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * For createServer. A part over a slow line takes longer than Node's five minutes for a whole
 * request; idle senders are cut by the data plane itself.
 */
export const dataPlaneServerOptions = { requestTimeout: 0, headersTimeout: 60_000 } as const;

/**
 * Bytes in and out, on plain node:http, before Next sees the request: `/data/…` by presigned
 * URLs, `/media/…` by link, session or screen token. Listen on `checkContinue` with it as well.
 */
export function createDataPlane(runtime: Runtime): DataPlane {
  const mediaHost = hostApart(runtime);

  return (request, response) => {
    const isMediaHost = mediaHost !== undefined && hostsOf(request).includes(mediaHost);
    const plane = /^\/(data|media)\//.exec(request.url ?? "")?.[1];
    if (plane === undefined && !isMediaHost) return false;

    const requestId = uuid();
    const answer = async () => {
      if (plane === undefined) throw notFound("page");
      if (request.method === "OPTIONS") return answerPreflight(request, response);
      const isRead = request.method === "GET" || request.method === "HEAD";
      if (plane === "data" && request.method === "PUT") {
        return receiveObject(runtime, request, response);
      }
      if (!isRead) return refuseMethod(request, response, plane);
      return plane === "data"
        ? serveSigned(runtime, request, response)
        : serveMedia(runtime, requestId, request, response, isMediaHost);
    };
    answer().catch((error) => {
      if (error instanceof ConnectionCut || response.headersSent || response.destroyed) {
        runtime.log.debug({ err: error, requestId }, "the connection was cut");
        response.destroy();
        return;
      }
      const answer = problemAnswer(error, readerOf(request.headers), requestId, runtime.log);
      refuse(request, response, { ...answer, headers: { ...answer.headers, ...corsHeaders } });
    });
    return true;
  };
}

function refuseMethod(request: IncomingMessage, response: ServerResponse, plane: string): void {
  const allow = plane === "data" ? "GET, HEAD, PUT, OPTIONS" : "GET, HEAD, OPTIONS";
  refuse(request, response, { status: 405, headers: { allow, ...corsHeaders }, body: null });
}

/** The host of MEDIA_URL, unless people use the same one. */
function hostApart({ config }: Runtime): string | undefined {
  const hostOf = (url: string | undefined) => (url ? new URL(url).host : undefined);
  const host = hostOf(config.MEDIA_URL);
  return host === hostOf(config.PUBLIC_URL) ? undefined : host;
}

// Whoever lies here only shuts pages out for themselves, so the proxy need not be trusted.
function hostsOf({ headers }: IncomingMessage): (string | undefined)[] {
  return [headers.host, headers["x-forwarded-host"]?.toString()];
}
