import { z } from "zod";
import { route } from "@/lib/http";
import { listArtifactScreens } from "@/lib/screens";

const params = z.object({ id: z.uuid() });

export const GET = route({ params }, (ctx, { params }) => listArtifactScreens(ctx, params.id));
