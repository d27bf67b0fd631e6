import { getMe } from "@/lib/auth";
import { route } from "@/lib/http";

export const GET = route({ access: "person" }, (ctx) => getMe(ctx));
