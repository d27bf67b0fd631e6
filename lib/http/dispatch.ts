import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { v7 as uuid } from "uuid";
import { AppError } from "@/lib/errors";
import type { Log } from "@/lib/log";
import type { Answer } from "./answer";
import { createMatcher, type Method, type RouteEntry, type RouteModule } from "./match-route";
import { problem, problemAnswer } from "./problem";
import { writeAnswer, writeResponse } from "./write-answer";

const prefix = "/api/v1";

/** Takes the requests of the API, which then never pass through Next; false: not one of them. */
export function createDispatch(
  routes: readonly RouteEntry[],
  log: Log,
): (req: IncomingMessage, res: ServerResponse) => boolean {
  const match = createMatcher(routes);

  async function answer(request: Request, path: string): Promise<Answer | Response> {
    try {
      const found = match(path);
      if (!found) throw new AppError("not_found", `there is no ${path}`);
      const { module, params } = found;
      const handler = module[request.method as Method] ?? (isHead(request) && module.GET);
      if (!handler) return wrongMethod(module, request);
      const segment = { params: Promise.resolve(params) };
      return await (handler.answer ?? handler)(request, segment);
    } catch (error) {
      return problemAnswer(error, request.headers, uuid(), log);
    }
  }

  // Its Request reads lazily from the socket; overriding the globals would reach into Next.
  const listener = getRequestListener(
    async (request, { outgoing }) => {
      const res = outgoing as ServerResponse;
      const path = pathOf(res.req);
      const made = await answer(request, path);
      if (made instanceof Response) await writeResponse(res, made, isHead(request));
      else await writeAnswer(res, made, request);
      return RESPONSE_ALREADY_SENT;
    },
    {
      overrideGlobalObjects: false,
      errorHandler: () => new Response(null, { status: 400 }),
    },
  );

  return (req, res) => {
    const path = pathOf(req);
    if (path !== prefix && !path.startsWith(`${prefix}/`)) return false;
    listener(req, res).catch((error: unknown) => {
      log.error({ err: error }, "an answer could not be written");
      res.destroy();
    });
    return true;
  };
}

function wrongMethod(module: RouteModule, request: Request): Answer {
  const methods = new Set<string>(
    Object.keys(module).filter((name) => name === name.toUpperCase()),
  );
  if (methods.has("GET")) methods.add("HEAD");
  const allow = [...methods].sort().join(", ");
  if (request.method === "OPTIONS") return { status: 204, headers: { allow }, body: null };
  const fields = { status: 405, code: "invalid", reason: "method_not_allowed" } as const;
  const answer = problem(fields, request.headers, uuid());
  return { ...answer, headers: { ...answer.headers, allow } };
}

function isHead(request: Request): boolean {
  return request.method === "HEAD";
}

function pathOf(req: IncomingMessage): string {
  return (req.url ?? "/").split("?", 1)[0] ?? "/";
}
