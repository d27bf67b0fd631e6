import { checkHealth } from "@/lib/health";
import { route } from "@/lib/http";

export const GET = route({ access: "anyone" }, (ctx) => checkHealth(ctx));
