import { route } from "@/lib/http";
import { getStorageUse } from "@/lib/stores";

export const GET = route({ access: "person" }, (ctx) => getStorageUse(ctx));
