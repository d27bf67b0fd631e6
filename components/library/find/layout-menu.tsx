"use client";

import { ArrowDownUp, LayoutGrid, Rows3 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Layout } from "@/components/library/list/layout";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { ArtifactOrder } from "@/lib/artifacts/schema";
import { orders } from "./library-view";

interface LayoutMenuProps {
  layout: Layout;
  sort: ArtifactOrder;
  onSort: (order: ArtifactOrder) => void;
  onChange: (change: Partial<Layout>) => void;
}

/** In which order, in which shape, how dense. */
export function LayoutMenu({ layout, sort, onSort, onChange }: LayoutMenuProps) {
  const t = useTranslations("find");
  const other = layout.shape === "grid" ? "table" : "grid";
  const Icon = other === "grid" ? LayoutGrid : Rows3;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2 sm:flex-none">
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button
            variant="outline"
            className="min-w-0 shrink! max-sm:px-3"
            aria-label={t("sortedBy", { order: t(`orders.${sort}`) })}
          >
            <ArrowDownUp aria-hidden />
            <span className="truncate sm:max-lg:hidden">{t(`orders.${sort}`)}</span>
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuLabel>{t("order")}</DropdownMenuLabel>
          <DropdownMenuRadioGroup value={sort}>
            {orders.map((order) => (
              <DropdownMenuRadioItem key={order} value={order} onSelect={() => onSort(order)}>
                {t(`orders.${order}`)}
              </DropdownMenuRadioItem>
            ))}
          </DropdownMenuRadioGroup>
          <DropdownMenuLabel>{t("density")}</DropdownMenuLabel>
          <DropdownMenuRadioGroup value={layout.density}>
            {(["comfortable", "compact"] as const).map((density) => (
              <DropdownMenuRadioItem
                key={density}
                value={density}
                onSelect={() => onChange({ density })}
              >
                {t(`densities.${density}`)}
              </DropdownMenuRadioItem>
            ))}
          </DropdownMenuRadioGroup>
        </DropdownMenuContent>
      </DropdownMenu>
      <IconButton
        variant="outline"
        className="max-sm:ml-auto"
        label={t(`shapes.${other}`)}
        onClick={() => onChange({ shape: other })}
      >
        <Icon aria-hidden />
      </IconButton>
    </div>
  );
}
