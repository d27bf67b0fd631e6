import { z } from "zod";
import { route } from "@/lib/http";
import { removeScreen, updateScreen } from "@/lib/screens";
import { UpdateScreen } from "@/lib/screens/schema";

const params = z.object({ id: z.uuid() });

export const PATCH = route({ params, body: UpdateScreen }, (ctx, { params: { id }, body }) =>
  updateScreen(ctx, id, body),
);

export const DELETE = route({ params }, (ctx, { params: { id } }) => removeScreen(ctx, id));
