import { route } from "@/lib/http";
import { listImports } from "@/lib/imports";

export const GET = route({}, (ctx) => listImports(ctx));
