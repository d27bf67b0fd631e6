"use client";

import { useTranslations } from "next-intl";
import type { ChangeEvent } from "react";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "./password-input";
import { missingCharacters, strengthOf } from "./strength";

interface NewPasswordFieldProps {
  label: string;
  name: string;
  value: string;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  wrong: boolean;
}

const bars = { short: 1, fair: 2, strong: 3 };
const tones = { short: "bg-warning", fair: "bg-info", strong: "bg-success" };

export function NewPasswordField({ label, name, value, onChange, wrong }: NewPasswordFieldProps) {
  const t = useTranslations("auth");
  const strength = strengthOf(value);
  const hint = value
    ? t(`strength.${strength}`, { missing: missingCharacters(value) })
    : t("errors.password");
  return (
    <Field
      label={label}
      error={wrong && !value ? t("errors.password") : undefined}
      hint={
        wrong && !value ? undefined : (
          <span className="flex flex-col gap-1.5">
            <span aria-hidden className="grid grid-cols-3 gap-1 pt-0.5">
              {[1, 2, 3].map((bar) => (
                <span
                  key={bar}
                  className={cn(
                    "h-1 rounded-full transition-colors",
                    value && bar <= bars[strength] ? tones[strength] : "bg-line",
                  )}
                />
              ))}
            </span>
            <span className={wrong ? "text-danger" : ""}>{hint}</span>
          </span>
        )
      }
    >
      <PasswordInput name={name} value={value} onChange={onChange} autoComplete="new-password" />
    </Field>
  );
}
