/** Says that Next answers, and nothing else; the database is asked by /api/v1/health. */
export function GET(): Response {
  return Response.json({ ok: true });
}
