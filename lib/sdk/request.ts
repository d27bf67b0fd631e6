import type { output, ZodType } from "zod";
import { noteVersion } from "./server-version";

export interface Problem {
  status: number;
  code: string;
  reason: string;
  /** A sentence for people, in the language of the request. */
  detail: string;
  errors?: { path: string; code: string; message: string }[];
}

/** The server answered, and said no. */
export class ApiProblem extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfterMs: number | undefined,
  ) {
    super(problem.detail);
    this.name = "ApiProblem";
  }
}

export interface RequestOptions {
  /** Of the signed-in person's clients, which one. */
  clientId?: string;
  bearer?: string;
  body?: unknown;
  query?: Record<string, string | number | undefined>;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

/** Calls the API and gives its answer, parsed where there is a shape for it. Throws ApiProblem, or TypeError when there is no network. */
export async function request<S extends ZodType>(
  method: string,
  path: string,
  shape: S | (() => Promise<S | undefined>),
  options?: RequestOptions,
): Promise<output<S>> {
  const [response, schema] = await Promise.all([
    send(method, path, options),
    typeof shape === "function" ? shape() : shape,
  ]);
  return parsed(response, schema);
}

/** The answer as it is, where there is no shape for it. */
export async function parsed<S extends ZodType>(
  response: Response,
  schema: S | undefined,
): Promise<output<S>> {
  const answer = await response.json();
  return schema ? schema.parse(answer) : (answer as output<S>);
}

/** The same for calls that answer nothing. */
export async function send(
  method: string,
  path: string,
  { clientId, bearer, body, query, signal, headers }: RequestOptions = {},
): Promise<Response> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value));
  }
  const response = await fetch(search.size > 0 ? `${path}?${search}` : path, {
    method,
    signal: signal ?? null,
    headers: {
      ...(clientId ? { "x-client-id": clientId } : {}),
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  noteVersion(response.headers);
  if (response.ok || response.status === 304) return response;
  throw new ApiProblem(await problemOf(response), retryAfterMs(response));
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    const detail = `${response.status} ${response.statusText}`.trim();
    return { status: response.status, code: "internal", reason: "internal", detail };
  }
}

function retryAfterMs(response: Response): number | undefined {
  const seconds = Number(response.headers.get("retry-after"));
  return seconds > 0 ? seconds * 1000 : undefined;
}
