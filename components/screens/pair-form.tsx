"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Screen } from "@/lib/screens/schema";
import { ApiProblem, pairScreen } from "@/lib/sdk";
import { CodeInput } from "./code-input";
import { codeLength } from "./digits-of";
import { SiteSelect } from "./site-select";

interface PairFormProps {
  id: string;
  clientId: string;
  code?: string;
  /** Suggested, and may be overwritten. */
  name: string;
  onPaired(screen: Screen): void;
  /** The button, which may stand elsewhere: `form={id}`. */
  children?(state: { busy: boolean; ready: boolean }): ReactNode;
}

export function PairForm({
  id,
  clientId,
  code: given = "",
  name,
  onPaired,
  children,
}: PairFormProps) {
  const t = useTranslations("screens.form");
  const errorText = useErrorText();
  const queries = useQueryClient();
  const nameInput = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState(given);
  const [typedName, setTypedName] = useState<string>();
  const [siteId, setSiteId] = useState<string | null>(null);
  const chosenName = typedName ?? name;
  const pair = useMutation({
    mutationFn: () => pairScreen(clientId, { code, name: chosenName, siteId }),
    meta: { quiet: true },
    onSuccess: (screen) => {
      void queries.invalidateQueries({ queryKey: ["screens", clientId] });
      onPaired(screen);
    },
  });
  const isReady = code.length === codeLength && chosenName.trim() !== "";
  const isCodeWrong =
    pair.error instanceof ApiProblem && pair.error.problem.reason === "code_unknown";

  return (
    <form
      id={id}
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !pair.isPending) pair.mutate();
      }}
    >
      <Field
        label={t("code")}
        hint={t("codeHint")}
        error={isCodeWrong ? errorText(pair.error) : undefined}
      >
        <CodeInput
          value={code}
          autoFocus={given === ""}
          onChange={(next) => {
            setCode(next);
            pair.reset();
          }}
          onComplete={() => nameInput.current?.select()}
        />
      </Field>
      <Field label={t("name")}>
        <Input
          ref={nameInput}
          value={chosenName}
          maxLength={80}
          autoComplete="off"
          placeholder={t("namePlaceholder")}
          onChange={(event) => setTypedName(event.target.value)}
        />
      </Field>
      <SiteSelect clientId={clientId} value={siteId} onChange={setSiteId} />
      {pair.error && !isCodeWrong ? (
        <p role="alert" className="text-sm text-danger">
          {errorText(pair.error)}
        </p>
      ) : null}
      {children?.({ busy: pair.isPending, ready: isReady })}
    </form>
  );
}
