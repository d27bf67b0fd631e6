/** What a route answers, before anyone makes a web Response or a node:http answer of it. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

export function jsonAnswer(value: unknown, status: number): Answer {
  if (value === undefined) return { status: 204, headers: {}, body: null };
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
    body: JSON.stringify(value),
  };
}

export function toResponse(answer: Answer | Response): Response {
  if (answer instanceof Response) return answer;
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
}
