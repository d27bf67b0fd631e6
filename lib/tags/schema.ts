import { z } from "zod";
import { ArtifactIds } from "@/lib/artifacts/schema";
import { lineOfText } from "@/lib/line-of-text";

export const TagColor = z.enum([
  "gray",
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "indigo",
  "purple",
  "pink",
]);
export type TagColor = z.infer<typeof TagColor>;

/** A comma would divide it in an address. */
export const TagName = lineOfText(40).refine((name) => !name.includes(","), {
  message: "no comma",
});

export const maxTagsPerArtifact = 30;
export const maxTags = 500;

export const Tag = z.object({ name: z.string(), color: TagColor });
export type Tag = z.infer<typeof Tag>;
export const TagList = z.object({ items: z.array(Tag) });

export const CreateTag = z.object({ name: TagName, color: TagColor.optional() });
export type CreateTag = z.infer<typeof CreateTag>;

/** A new name that another tag has already makes one of the two. */
export const UpdateTag = z.object({ name: TagName.optional(), color: TagColor.optional() });
export type UpdateTag = z.infer<typeof UpdateTag>;

/** POST /api/v1/artifacts/tags. A tag that does not exist yet is made. */
export const TagArtifacts = ArtifactIds.extend({
  add: z.array(TagName).max(maxTagsPerArtifact).default([]),
  remove: z.array(TagName).max(maxTagsPerArtifact).default([]),
});
export type TagArtifacts = z.input<typeof TagArtifacts>;

/** Of so many artifacts a deleted tag says that they had it. */
export const maxUndoIds = 20_000;
export const DeletedTag = Tag.extend({
  count: z.number().int(),
  artifactIds: z.array(z.uuid()),
});
export type DeletedTag = z.infer<typeof DeletedTag>;
