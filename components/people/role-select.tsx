"use client";

import { useTranslations } from "next-intl";
import { useClient } from "@/components/shell/session";
import { Field } from "@/components/ui/field";
import { Select, SelectItem } from "@/components/ui/select";
import { roles } from "@/lib/clients/facts";
import type { Role } from "@/lib/clients/schema";

interface RoleSelectProps {
  value: Role;
  onChange: (role: Role) => void;
}

export function RoleSelect({ value, onChange }: RoleSelectProps) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const { can } = useClient();
  // Owners are made by owners.
  const offered = roles.filter((role) => role !== "OWNER" || can("client:write"));
  return (
    <Field label={t("role")} hint={common(`roleHints.${value}`)}>
      <Select value={value} onValueChange={(next) => onChange(next as Role)}>
        {offered.map((role) => (
          <SelectItem key={role} value={role} description={common(`roleHints.${role}`)}>
            {common(`roles.${role}`)}
          </SelectItem>
        ))}
      </Select>
    </Field>
  );
}
