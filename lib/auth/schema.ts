import { z } from "zod";
import { ClientName, Role } from "@/lib/clients/schema";

export const Email = z.string().trim().toLowerCase().pipe(z.email().max(254));
/** NIST SP 800-63B: length counts, composition rules do not. */
export const Password = z.string().min(10).max(200);
export const PersonName = z.string().trim().min(1).max(80);

export const Credentials = z.object({ email: Email, password: z.string().min(1).max(200) });
export type Credentials = z.infer<typeof Credentials>;

/** POST /api/v1/setup: the first administrator and the first client. */
export const Setup = z.object({
  token: z.string().min(1).max(200),
  name: PersonName,
  email: Email,
  password: Password,
  clientName: ClientName,
  /** Put the three sample ads into the library. */
  withSamples: z.boolean().default(false),
});
export type Setup = z.input<typeof Setup>;

export const ChangePassword = z.object({ current: z.string().min(1).max(200), next: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** GET /api/v1/invitations/{token}: what the page of the link shows. */
export const InvitationPreview = z.object({
  clientName: z.string(),
  role: Role,
  email: z.string().nullable(),
  /** The signed-in person, who may accept without a new account. */
  signedInAs: z.string().nullable(),
});
export type InvitationPreview = z.infer<typeof InvitationPreview>;

/** POST /api/v1/invitations/{token}/accept: nothing but the token for a signed-in person. */
export const AcceptInvitation = z.object({
  name: PersonName.optional(),
  email: Email.optional(),
  password: Password.optional(),
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

/** GET /api/v1/me */
export const Me = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  isAdmin: z.boolean(),
});
export type Me = z.infer<typeof Me>;
