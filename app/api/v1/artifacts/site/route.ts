import { moveToSite } from "@/lib/artifacts";
import { MoveToSite } from "@/lib/artifacts/schema";
import { route } from "@/lib/http";

export const POST = route({ body: MoveToSite }, (ctx, { body }) => moveToSite(ctx, body));
