import { route } from "@/lib/http";
import { getUsage } from "@/lib/quotas";

export const GET = route({}, (ctx) => getUsage(ctx));
