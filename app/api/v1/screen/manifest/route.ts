import { z } from "zod";
import { route } from "@/lib/http";
import { getManifest } from "@/lib/screens";

const query = z.object({ revision: z.string().max(64).optional() });

export const GET = route({ access: "screen", query }, async (ctx, { query, request }) => {
  const { tag, json } = await getManifest(ctx, { wanted: query.revision });
  const headers = { etag: `"${tag}"`, "cache-control": "private, no-cache" };
  // RFC 9110 §13.1.2: weak comparison, and a proxy that compresses makes our tag a weak one.
  const held =
    request.headers
      .get("if-none-match")
      ?.replaceAll("W/", "")
      .split(/\s*,\s*/) ?? [];
  if (held.includes(headers.etag)) return new Response(null, { status: 304, headers });
  return new Response(json, { headers: { ...headers, "content-type": "application/json" } });
});
