import { route } from "@/lib/http";
import { listReconciliations } from "@/lib/reconciliations";

export const GET = route({ access: "person" }, (ctx) => listReconciliations(ctx));
