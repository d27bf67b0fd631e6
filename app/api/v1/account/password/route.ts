import { answerWithSession, changePassword } from "@/lib/auth";
import { ChangePassword } from "@/lib/auth/schema";
import { route } from "@/lib/http";

export const POST = route(
  { access: "person", body: ChangePassword },
  async (ctx, { body, request }) => answerWithSession(request, await changePassword(ctx, body)),
);
