"use client";

import { Check, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { createTag, deleteTag, tagArtifacts, updateTag } from "@/lib/sdk";
import { type DeletedTag, type Tag, TagColor, TagName, type UpdateTag } from "@/lib/tags/schema";
import { TagDot } from "./tag-dot";
import { useTagMutation } from "./use-tag-mutation";

const sliceSize = 500;

export function TagEditor({ tag }: { tag: Tag }) {
  const t = useTranslations("tags");
  const [name, setName] = useState(tag.name);
  const update = useTagMutation((clientId, changes: UpdateTag) =>
    updateTag(clientId, tag.name, changes),
  );
  const restore = useTagMutation(bringBack);
  const remove = useTagMutation(
    (clientId, _: undefined) => deleteTag(clientId, tag.name),
    (deleted) => {
      toast(t("deleted", { name: tag.name, count: deleted.count }), {
        position: "bottom-center",
        duration: 8_000,
        action: { label: t("undo"), onClick: () => restore.mutate(deleted) },
      });
    },
  );
  const typed = TagName.safeParse(name);
  const isChanged = typed.success && typed.data !== tag.name;

  return (
    <li className="flex items-center gap-2 py-2">
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button
            variant="outline"
            size="icon"
            aria-label={t("color", { name: tag.name, color: t(`colors.${tag.color}`) })}
          >
            <TagDot color={tag.color} className="size-4!" />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuRadioGroup value={tag.color}>
            {TagColor.options.map((color) => (
              <DropdownMenuRadioItem
                key={color}
                value={color}
                onSelect={() => update.mutate({ color })}
              >
                <TagDot color={color} className="size-3!" />
                {t(`colors.${color}`)}
              </DropdownMenuRadioItem>
            ))}
          </DropdownMenuRadioGroup>
        </DropdownMenuContent>
      </DropdownMenu>
      <form
        className="flex min-w-0 flex-1 items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged) update.mutate({ name: typed.data });
        }}
      >
        <Input
          aria-label={t("nameOf", { name: tag.name })}
          aria-invalid={!typed.success}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        {isChanged ? (
          <IconButton type="submit" label={t("rename")} busy={update.isPending}>
            <Check aria-hidden className="text-accent" />
          </IconButton>
        ) : null}
      </form>
      <IconButton
        label={t("delete", { name: tag.name })}
        busy={remove.isPending}
        onClick={() => remove.mutate(undefined)}
      >
        <Trash2 aria-hidden className="text-danger" />
      </IconButton>
    </li>
  );
}

async function bringBack(clientId: string, { name, color, artifactIds }: DeletedTag) {
  for (let from = 0; from < artifactIds.length; from += sliceSize) {
    const ids = artifactIds.slice(from, from + sliceSize);
    await tagArtifacts(clientId, { ids, add: [name] });
  }
  if (artifactIds.length > 0) return updateTag(clientId, name, { color });
  return createTag(clientId, { name, color });
}
