import { z } from "zod";
import { route } from "@/lib/http";
import { openVersion } from "@/lib/uploads";
import { listVersions } from "@/lib/versions";
import { CreateVersion } from "@/lib/versions/schema";

const params = z.object({ id: z.uuid() });

export const GET = route({ params }, (ctx, { params }) => listVersions(ctx, params.id));

export const POST = route({ params, body: CreateVersion, status: 201 }, (ctx, { params, body }) =>
  openVersion(ctx, params.id, body),
);
