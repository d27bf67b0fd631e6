import { route } from "@/lib/http";
import { createPairing } from "@/lib/screens";

export const POST = route({ access: "anyone", status: 201 }, (ctx) => createPairing(ctx));
