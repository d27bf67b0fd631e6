"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { Artifact } from "@/lib/artifacts/schema";
import { ApiProblem, getArtifact, updateArtifact } from "@/lib/sdk";
import { nameProblem } from "./name-problem";
import { applyArtifacts } from "./refresh-artifacts";

interface RenameDialogProps {
  clientId: string;
  artifact: Artifact;
  onClose: () => void;
}

export function RenameDialog({ clientId, artifact, onClose }: RenameDialogProps) {
  const t = useTranslations("library.rename");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const [current, setCurrent] = useState(artifact);
  const [name, setName] = useState(artifact.name);
  const [problem, setProblem] = useState<string>();

  const rename = useMutation({
    mutationFn: (name: string) =>
      updateArtifact(clientId, artifact.id, { name, version: current.version }),
    onSuccess: (renamed) => {
      applyArtifacts(queryClient, clientId, [renamed]);
      toast.success(t("done"));
      onClose();
    },
    onError: async (error) => {
      setProblem(errorText(error));
      if (!(error instanceof ApiProblem) || error.problem.code !== "conflict") return;
      const latest = await getArtifact(clientId, artifact.id);
      setCurrent(latest);
      setName(latest.name);
      setProblem(t("conflict"));
    },
    meta: { quiet: true },
  });

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = nameProblem(name);
    setProblem(found && t(found));
    if (found) return;
    if (name.trim() === current.name) onClose();
    else rename.mutate(name.trim());
  }

  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent
        title={t("title")}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="outline">{common("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form="rename" busy={rename.isPending}>
              {t("save")}
            </Button>
          </>
        }
      >
        <form id="rename" onSubmit={submit} noValidate>
          <Field label={t("label")} error={problem}>
            <Input
              value={name}
              autoComplete="off"
              onChange={({ target }) => setName(target.value)}
              onFocus={({ target }) => target.setSelectionRange(0, stemLength(target.value))}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}

/** The part before the ending is what people want to change. */
function stemLength(name: string): number {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? dot : name.length;
}
