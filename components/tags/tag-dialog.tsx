"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useBulk } from "@/components/library/bulk/use-bulk";
import { useClient } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Artifact } from "@/lib/artifacts/schema";
import { tagArtifacts } from "@/lib/sdk";
import { TagName } from "@/lib/tags/schema";
import { tagList } from "./queries";
import { TagDot } from "./tag-dot";
import { useTagColors } from "./use-tag-colors";

interface TagDialogProps {
  artifacts: readonly Artifact[];
  onClose: () => void;
  /** Where tags themselves are changed; undefined: not by this person. */
  onManage?: () => void;
}

/** Which tags some files have: all of them, none, or, as before, some. */
export function TagDialog({ artifacts, onClose, onManage }: TagDialogProps) {
  const t = useTranslations("tags");
  const common = useTranslations("common");
  const bulk = useBulk();
  const { client } = useClient();
  const colorOf = useTagColors();
  const { data: known = [] } = useQuery(tagList(client.id));
  const [words, setWords] = useState("");
  const [changes, setChanges] = useState<ReadonlyMap<string, boolean>>(new Map());

  const present = artifacts.flatMap(({ tags }) => tags);
  const names = [...new Set([...changes.keys(), ...known.map(({ name }) => name), ...present])];
  const typed = TagName.safeParse(words);
  const shown = names.filter((name) => name.toLowerCase().includes(words.trim().toLowerCase()));
  const isNew = typed.success && !names.includes(typed.data);
  const set = (name: string, on: boolean) => setChanges(new Map(changes).set(name, on));

  function stateOf(name: string): boolean | "indeterminate" {
    const change = changes.get(name);
    if (change !== undefined) return change;
    const count = artifacts.filter(({ tags }) => tags.includes(name)).length;
    return count === 0 ? false : count === artifacts.length || "indeterminate";
  }

  function create() {
    if (!typed.success) return;
    set(typed.data, true);
    setWords("");
  }

  function save() {
    const of = (on: boolean) => [...changes].filter(([, is]) => is === on).map(([name]) => name);
    const change = { add: of(true), remove: of(false) };
    onClose();
    if (changes.size === 0) return;
    void bulk({
      artifacts,
      act: (ids) => tagArtifacts(client.id, { ids, ...change }),
      done: (count) => t("done", { count }),
    });
  }

  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent
        title={t("title", { count: artifacts.length, name: artifacts[0]?.name ?? "" })}
        footer={
          <>
            {onManage ? (
              <Button variant="ghost" className="sm:mr-auto" onClick={onManage}>
                {t("manage")}
              </Button>
            ) : null}
            <DialogClose asChild>
              <Button variant="outline">{common("cancel")}</Button>
            </DialogClose>
            <Button onClick={save}>{common("save")}</Button>
          </>
        }
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isNew) create();
            else if (typed.success) set(typed.data, stateOf(typed.data) !== true);
          }}
        >
          <Field
            label={t("find")}
            error={words.trim() !== "" && !typed.success ? t("badName") : undefined}
          >
            <Input value={words} autoComplete="off" onChange={(e) => setWords(e.target.value)} />
          </Field>
          {isNew ? (
            <Button type="submit" variant="ghost" className="mt-2 w-full justify-start!">
              <Plus aria-hidden />
              <span className="truncate">{t("create", { name: typed.data })}</span>
            </Button>
          ) : null}
        </form>
        {names.length === 0 && words === "" ? (
          <p className="mt-4 text-muted text-sm">{t("none")}</p>
        ) : null}
        <ul className="mt-2 flex flex-col">
          {shown.map((name) => (
            <li key={name}>
              {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox in it is one */}
              <label className="flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-1 hover:bg-raised pointer-coarse:min-h-11">
                <Checkbox
                  checked={stateOf(name)}
                  onCheckedChange={() => set(name, stateOf(name) !== true)}
                />
                <TagDot color={colorOf(name)} className="size-2.5!" />
                <span className="min-w-0 flex-1 truncate text-sm">{name}</span>
              </label>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}
