import { signOutEverywhere } from "@/lib/auth";
import { route } from "@/lib/http";

export const POST = route({ access: "person" }, (ctx) => signOutEverywhere(ctx));
