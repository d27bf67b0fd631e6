import { z } from "zod";
import { route } from "@/lib/http";
import { restoreVersion } from "@/lib/versions";

const params = z.object({ id: z.uuid(), number: z.coerce.number().pipe(z.int32().min(1)) });

export const POST = route({ params }, (ctx, { params }) =>
  restoreVersion(ctx, params.id, params.number),
);
