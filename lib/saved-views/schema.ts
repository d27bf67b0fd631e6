import { z } from "zod";
import { ArtifactFilter, ArtifactOrder } from "@/lib/artifacts/schema";
import { lineOfText } from "@/lib/line-of-text";

const Address = ArtifactFilter.omit({ trashed: true })
  .extend({
    sort: ArtifactOrder.optional(),
    /** The last days instead of `from`, counted whenever the view is opened: 1, 7, 30. */
    span: z.enum(["today", "week", "month"]).optional(),
  })
  .strict();
const names = Object.keys(Address.shape);
const maxLength = 4000;

/** The query part of the library's address, and `span`: only known names, in one order and spelling. */
export const ViewQuery = z
  .string()
  .max(maxLength)
  .transform((text, ctx) => {
    const search = [...new URLSearchParams(text)].filter(([, value]) => value !== "");
    const { error } = Address.safeParse(Object.fromEntries(search));
    for (const { path, message } of error?.issues ?? []) {
      ctx.addIssue({ code: "custom", message: `${path.join(".")} ${message}`.trim() });
    }
    const given = new Map(search);
    const sorted = names.flatMap((name): [string, string][] => {
      const value = given.get(name);
      return value === undefined ? [] : [[name, value]];
    });
    return new URLSearchParams(sorted).toString();
  })
  .pipe(z.string().min(1).max(maxLength));

export const SavedView = z.object({
  id: z.uuid(),
  name: z.string(),
  query: z.string(),
  /** Everyone of the client sees it; else only its owner. */
  isShared: z.boolean(),
  owner: z.object({ id: z.uuid(), name: z.string() }),
  createdAt: z.iso.datetime(),
});
export type SavedView = z.infer<typeof SavedView>;
export const SavedViewList = z.object({ items: z.array(SavedView) });

export const CreateSavedView = z.object({
  name: lineOfText(80),
  query: ViewQuery,
  isShared: z.boolean().default(false),
});
export type CreateSavedView = z.input<typeof CreateSavedView>;

export const UpdateSavedView = z.object({
  name: lineOfText(80).optional(),
  query: ViewQuery.optional(),
  isShared: z.boolean().optional(),
});
export type UpdateSavedView = z.infer<typeof UpdateSavedView>;
