"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { CollectionName } from "@/lib/collections/schema";

interface NameFormProps {
  id: string;
  label: ReactNode;
  initial?: string;
  /** What the server had against it. */
  error?: string | undefined;
  onSubmit: (name: string) => void;
}

export function NameForm({ id, label, initial = "", error, onSubmit }: NameFormProps) {
  const t = useTranslations("collections");
  const [name, setName] = useState(initial);
  const [tried, setTried] = useState(false);
  const typed = CollectionName.safeParse(name);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (typed.success) onSubmit(typed.data);
  }

  return (
    <form id={id} noValidate onSubmit={submit}>
      <Field label={label} error={tried && !typed.success ? t("badName") : error}>
        <Input value={name} autoComplete="off" onChange={({ target }) => setName(target.value)} />
      </Field>
    </form>
  );
}
