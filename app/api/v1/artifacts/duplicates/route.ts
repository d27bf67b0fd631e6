import { findDuplicates } from "@/lib/artifacts";
import { FindDuplicates } from "@/lib/artifacts/schema";
import { route } from "@/lib/http";

export const POST = route({ body: FindDuplicates }, (ctx, { body }) => findDuplicates(ctx, body));
