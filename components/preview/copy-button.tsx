"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { copy } from "./copy";

interface CopyButtonProps {
  text: string;
  /** Left out where the icon alone stands for it. */
  children?: ReactNode;
  label?: string;
}

export function CopyButton({ text, children, label }: CopyButtonProps) {
  const t = useTranslations("preview.copy");
  return (
    <Button
      variant="ghost"
      size={children ? "sm" : "icon"}
      aria-label={label}
      onClick={({ currentTarget }) =>
        void copy(text, currentTarget).then((done) =>
          done ? toast.success(t("done")) : toast.error(t("failed")),
        )
      }
    >
      <Copy aria-hidden />
      {children}
    </Button>
  );
}
