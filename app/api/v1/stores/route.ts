import { route } from "@/lib/http";
import { listStores } from "@/lib/stores";

export const GET = route({ access: "person" }, (ctx) => listStores(ctx));
