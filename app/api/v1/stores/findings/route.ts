import { route } from "@/lib/http";
import { listFindings } from "@/lib/reconciliations";
import { FindingQuery } from "@/lib/reconciliations/schema";

export const GET = route({ access: "person", query: FindingQuery }, (ctx, { query }) =>
  listFindings(ctx, query),
);
