import { route } from "@/lib/http";
import { pairScreen } from "@/lib/screens";
import { PairScreen } from "@/lib/screens/schema";

export const POST = route({ body: PairScreen, status: 201 }, (ctx, { body }) =>
  pairScreen(ctx, body),
);
