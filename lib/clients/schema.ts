import { z } from "zod";
import { lineOfText } from "@/lib/line-of-text";
import { maxTrashDays, roles } from "./facts";

/** Of a person; also what an invitation may be bound to. */
export const Email = z.string().trim().toLowerCase().pipe(z.email().max(254));
export const ClientId = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/);
export const ClientName = lineOfText(120);
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

export const Client = z.object({
  id: ClientId,
  name: z.string(),
  version: z.number().int(),
  /** How many days the trash keeps what is in it. */
  trashDays: z.number().int(),
  /** The caller's own role in it; null for a platform administrator who is no member. */
  role: Role.nullable(),
});
export type Client = z.infer<typeof Client>;
export const ClientList = z.object({ items: z.array(Client) });

export const CreateClient = z.object({ id: ClientId, name: ClientName });
export type CreateClient = z.infer<typeof CreateClient>;
export const UpdateClient = z.object({
  name: ClientName.optional(),
  trashDays: z.int().min(1).max(maxTrashDays).optional(),
  version: z.int32(),
});
export type UpdateClient = z.infer<typeof UpdateClient>;

const SiteName = lineOfText(80);
export const Site = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Where it is, in the operator's word: places for files that bear the same serve it first. */
  region: z.string().nullable(),
  version: z.number().int(),
});
export type Site = z.infer<typeof Site>;
export const SiteList = z.object({
  items: z.array(Site),
  /** The words that this server's places for files bear. */
  regions: z.array(z.string()),
});
export type SiteList = z.infer<typeof SiteList>;
export const CreateSite = z.object({
  name: SiteName,
  /** null: none. */
  region: lineOfText(60).nullable().optional(),
});
export type CreateSite = z.infer<typeof CreateSite>;
export const UpdateSite = CreateSite.extend({ version: z.int32() });
export type UpdateSite = z.infer<typeof UpdateSite>;

export const Member = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: Role,
  siteIds: z.array(z.uuid()),
  version: z.number().int(),
});
export type Member = z.infer<typeof Member>;
export const MemberList = z.object({ items: z.array(Member) });
export const UpdateMember = z.object({
  role: Role.optional(),
  siteIds: z.array(z.uuid()).max(1000).optional(),
  version: z.int32(),
});
export type UpdateMember = z.infer<typeof UpdateMember>;

export const CreateInvitation = z.object({
  email: Email.optional(),
  role: Role,
  siteIds: z.array(z.uuid()).max(1000).default([]),
});
export type CreateInvitation = z.input<typeof CreateInvitation>;
export const Invitation = z.object({
  id: z.uuid(),
  email: z.string().nullable(),
  role: Role,
  siteIds: z.array(z.uuid()),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof Invitation>;
export const InvitationList = z.object({ items: z.array(Invitation) });
/** The link's token is shown once and kept only as a hash. */
export const CreatedInvitation = z.object({ invitation: Invitation, token: z.string() });
export type CreatedInvitation = z.infer<typeof CreatedInvitation>;
