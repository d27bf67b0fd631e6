"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { speeds } from "./act-on-media";

interface SpeedMenuProps {
  rate: number;
  onRate: (rate: number) => void;
}

export function SpeedMenu({ rate, onRate }: SpeedMenuProps) {
  const t = useTranslations("preview.player");
  const format = useFormatter();
  const nameOf = (speed: number) => `${format.number(speed)}×`;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          className="w-12 text-sm tabular-nums pointer-coarse:w-12"
        >
          <span className="sr-only">{t("speedNow", { speed: nameOf(rate) })}</span>
          <span aria-hidden>{nameOf(rate)}</span>
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent data-theme="dark" align="end" className="min-w-32! text-ink">
        <DropdownMenuRadioGroup value={String(rate)} onValueChange={(text) => onRate(Number(text))}>
          {speeds.map((speed) => (
            <DropdownMenuRadioItem key={speed} value={String(speed)}>
              {nameOf(speed)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
