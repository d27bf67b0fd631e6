import { audit } from "@/lib/audit";
import type { BaseContext } from "@/lib/context";
import { isPassword } from "./hash-password";
import { type Allowance, forgive, limit } from "./limit";
import type { Credentials } from "./schema";

const quarter = 15 * 60;
// A person at one place, or in a browser that is known.
const here: Allowance = { points: 5, durationSeconds: quarter };
// A whole shop may stand behind one address.
const address: Allowance = { points: 50, durationSeconds: quarter };
// One person, guessed at from everywhere. Known browsers are not counted, so it locks nobody out for good.
const everywhere: Allowance = { points: 100, durationSeconds: 60 * 60 };

export interface Caller {
  address: string;
  /** A browser in which this person has signed in before. */
  device: string | undefined;
}

export interface SignedIn {
  userId: string;
  sessionVersion: number;
}

/** The person whose e-mail and password these are. Throws rate_limited before it looks. */
export async function verifyCredentials(
  ctx: BaseContext,
  { email, password }: Credentials,
  caller: Caller,
): Promise<SignedIn | undefined> {
  const place = caller.device ? `device ${caller.device}` : `${email} ${caller.address}`;
  await limit(ctx, "sign-in-here", place, here);
  if (!caller.device) {
    await limit(ctx, "sign-in-address", caller.address, address);
    await limit(ctx, "sign-in-email", email, everywhere);
  }

  const user = await ctx.db.user.findUnique({ where: { email } });
  if (!(await isPassword(user?.passwordHash, password)) || !user) return;

  await forgive(ctx, "sign-in-here", place, here);
  if (!caller.device) {
    await forgive(ctx, "sign-in-address", caller.address, address, 1);
    await forgive(ctx, "sign-in-email", email, everywhere, 1);
  }
  const actor = { kind: "person", userId: user.id, isAdmin: user.isAdmin } as const;
  await audit({ ...ctx, actor }, "session.create", user.id);
  return { userId: user.id, sessionVersion: user.sessionVersion };
}
