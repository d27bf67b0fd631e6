import { z } from "zod";
import { lineOfText } from "@/lib/line-of-text";

export const CollectionName = lineOfText(80);
export const maxCollections = 500;

export const Collection = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.number().int(),
  /** Of those that are not in the trash. */
  count: z.number().int(),
  /** Pictures of the newest in it, four at most. */
  posterUrls: z.array(z.string()),
  createdById: z.uuid().nullable(),
});
export type Collection = z.infer<typeof Collection>;
export const CollectionList = z.object({ items: z.array(Collection) });

export const CreateCollection = z.object({
  name: CollectionName,
  /** What is in it from the beginning; what is not there is left out. */
  artifactIds: z.array(z.uuid()).max(500).default([]),
});
export type CreateCollection = z.input<typeof CreateCollection>;

export const UpdateCollection = z.object({ name: CollectionName, version: z.int32() });
export type UpdateCollection = z.infer<typeof UpdateCollection>;

/** POST /api/v1/collections/{id}/items */
export const ChangeItems = z.object({
  ids: z.array(z.uuid()).min(1).max(500),
  action: z.enum(["add", "remove"]),
});
export type ChangeItems = z.infer<typeof ChangeItems>;

export const maxUndoItems = 20_000;
export const DeletedCollection = z.object({ name: z.string(), artifactIds: z.array(z.uuid()) });
export type DeletedCollection = z.infer<typeof DeletedCollection>;

/** Whoever made it reads the list anew. */
export const CreatedCollection = z.object({ id: z.uuid() });
