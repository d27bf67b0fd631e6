import { v7 as uuid } from "uuid";
import type { output, ZodType } from "zod";
import { type Access, authenticate, type ContextOf } from "@/lib/auth";
import { AppError } from "@/lib/errors";
import { readText } from "@/lib/read-text";
import { runtime } from "@/lib/runtime";
import { type Answer, jsonAnswer, toResponse } from "./answer";
import { parseInput } from "./parse-input";
import { problemAnswer } from "./problem";
import { assertSameOrigin } from "./same-origin";

const maxBodyBytes = 1024 * 1024;

interface RouteSpec<A extends Access, B, Q, P> {
  /** Who may come: `client` (default), `person`, `screen`, `anyone`. */
  access?: A;
  body?: B;
  query?: Q;
  params?: P;
  /** Of the answer, when the handler returns a value; 204 when it returns nothing. */
  status?: number;
}

type Parsed<S> = S extends ZodType ? output<S> : undefined;
type Params = Record<string, string>;
type Segment = { params: Promise<Params> };

export interface RouteHandler {
  (request: Request, segment: Segment): Promise<Response>;
  /** The same for our own server, which writes it out without a web Response in between. */
  answer?: (request: Request, segment: Segment) => Promise<Answer | Response>;
}

/** Wraps a use case: authenticates, parses, and turns errors into problem documents. */
export function route<
  A extends Access = "client",
  B extends ZodType | undefined = undefined,
  Q extends ZodType | undefined = undefined,
  P extends ZodType | undefined = undefined,
>(
  spec: RouteSpec<A, B, Q, P>,
  handle: (
    ctx: ContextOf<A>,
    input: { body: Parsed<B>; query: Parsed<Q>; params: Parsed<P>; request: Request },
  ) => unknown,
): RouteHandler {
  async function answer(request: Request, segment: Segment): Promise<Answer | Response> {
    const { config, log } = runtime();
    const requestId = uuid();
    try {
      const isRead = request.method === "GET" || request.method === "HEAD";
      if (!isRead) assertSameOrigin(request, config.PUBLIC_URL);
      const ctx = await authenticate(request, spec.access ?? "client", requestId);
      const search = new URL(request.url).searchParams;
      const query = spec.query && parseInput(spec.query, Object.fromEntries(search));
      const params = spec.params && parseInput(spec.params, await segment.params);
      const body = spec.body && parseInput(spec.body, await readJson(request));
      const result = await handle(ctx as ContextOf<A>, {
        body: body as Parsed<B>,
        query: query as Parsed<Q>,
        params: params as Parsed<P>,
        request,
      });
      return result instanceof Response ? result : jsonAnswer(result, spec.status ?? 200);
    } catch (error) {
      return problemAnswer(error, request.headers, requestId, log);
    }
  }

  const handler = async (request: Request, segment: Segment) =>
    toResponse(await answer(request, segment));
  return Object.assign(handler, { answer });
}

async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new AppError("invalid", "the body must be application/json", { reason: "not_json" });
  }
  try {
    return JSON.parse(await readText(request, maxBodyBytes));
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      throw new AppError("invalid", "the body is not JSON", { reason: "not_json", cause });
    }
    throw cause;
  }
}
