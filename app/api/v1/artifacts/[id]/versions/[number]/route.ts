import { z } from "zod";
import { route } from "@/lib/http";
import { deleteVersion } from "@/lib/versions";

const params = z.object({ id: z.uuid(), number: z.coerce.number().pipe(z.int32().min(1)) });

export const DELETE = route({ params }, (ctx, { params }) =>
  deleteVersion(ctx, params.id, params.number),
);
