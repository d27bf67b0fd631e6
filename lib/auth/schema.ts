import { z } from "zod";
import { ClientId, ClientName, Email, Role } from "@/lib/clients/schema";
import { lineOfText } from "@/lib/line-of-text";

export type { Scope } from "@/lib/context";
export { Email };

/** NIST SP 800-63B: length counts, composition rules do not. */
export const Password = z.string().min(10).max(200);
export const PersonName = lineOfText(80);

export const Credentials = z.object({ email: Email, password: z.string().min(1).max(200) });
export type Credentials = z.infer<typeof Credentials>;

/** POST /api/v1/setup: the first administrator and the first client. */
export const Setup = z.object({
  token: z.string().min(1).max(200),
  name: PersonName,
  email: Email,
  password: Password,
  /** May be left out when CLIENT_NAME says it. */
  clientName: ClientName.optional(),
});
export type Setup = z.infer<typeof Setup>;
/** The client that the new administrator owns: its pages are where to go after signing in. */
export const SetUp = z.object({ clientId: ClientId });
export type SetUp = z.infer<typeof SetUp>;

export const ChangePassword = z.object({ current: z.string().min(1).max(200), next: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** GET /api/v1/invitation-links/{token}: what the page of the link shows. */
export const InvitationPreview = z.object({
  clientName: z.string(),
  role: Role,
  email: z.string().nullable(),
  /** E-mail of the signed-in person, who accepts without a new account. */
  signedInAs: z.string().nullable(),
});
export type InvitationPreview = z.infer<typeof InvitationPreview>;

/** POST /api/v1/invitation-links/{token}/accept: nothing for a signed-in person, all three for a new one. */
export const AcceptInvitation = z.object({
  name: PersonName.optional(),
  email: Email.optional(),
  password: Password.optional(),
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;
/** The same of somebody who has no account yet. */
export const NewPerson = z.object({ name: PersonName, email: Email, password: Password });
export type NewPerson = z.infer<typeof NewPerson>;
export const AcceptedInvitation = z.object({ clientId: ClientId, email: z.string() });
export type AcceptedInvitation = z.infer<typeof AcceptedInvitation>;

/** GET /api/v1/me */
export const Me = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  isAdmin: z.boolean(),
});
export type Me = z.infer<typeof Me>;
