import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answered } from "./operations";
import { xml } from "./xml";

export type FaultKind =
  /** Answers after this long. */
  | { latencyMs: number }
  /** Half of the answer's body, then nothing more. */
  | "stall"
  /** A refusal, nothing done. */
  | { status: number; code: string; more?: Record<string, string> }
  /** 503 SlowDown, nothing done. */
  | "unavailable"
  /** The connection ends in the middle of the body that comes, nothing done. */
  | "reset"
  /** All is done, and the answer never arrives. */
  | "lost_answer"
  /** Says that all is done, and keeps nothing. */
  | "forgets";

interface Fault {
  /** What the request asks for, as `PutObject`; `*` is any. */
  operation: string;
  kind: FaultKind;
  times: number;
}

export interface Faults {
  /** The next requests of this operation fail so: `PutObject`, `CompleteMultipartUpload` … */
  next(operation: string, kind: FaultKind, times?: number): void;
  clear(): void;
}

export function createFaults(): Faults & { take(operation: string): FaultKind | undefined } {
  let planned: Fault[] = [];

  function take(operation: string): FaultKind | undefined {
    const fault = planned.find(
      (one) => one.times > 0 && (one.operation === operation || one.operation === "*"),
    );
    if (fault) fault.times -= 1;
    return fault?.kind;
  }

  return {
    take,
    next(operation: string, kind: FaultKind, times = 1) {
      planned.push({ operation, kind, times });
    },
    clear() {
      planned = [];
    },
  };
}

/** Those that come when all is done. */
const isLater = new Set<FaultKind>(["lost_answer", "stall", "forgets"]);

/** False: the request is over. */
export async function suffer(kind: FaultKind | undefined, response: ServerResponse) {
  if (kind === undefined || isLater.has(kind)) return true;
  if (typeof kind === "object" && "status" in kind) {
    const { status, code: Code, more } = kind;
    response.writeHead(status).end(xml("Error", { Code, ...more }));
    return false;
  }
  if (typeof kind === "object") {
    await sleep(kind.latencyMs);
    return true;
  }
  if (kind === "reset") response.destroy();
  else response.writeHead(503, { "retry-after": "1" }).end("<Error><Code>SlowDown</Code></Error>");
  return false;
}

export function half({ body = "" }: Answered): Buffer {
  const bytes = Buffer.from(body);
  return bytes.subarray(0, bytes.length / 2);
}
