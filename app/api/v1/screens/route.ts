import { route } from "@/lib/http";
import { listScreens } from "@/lib/screens";

export const GET = route({}, (ctx) => listScreens(ctx));
