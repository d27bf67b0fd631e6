import { listMembers } from "@/lib/clients";
import { route } from "@/lib/http";

export const GET = route({}, (ctx) => listMembers(ctx));
