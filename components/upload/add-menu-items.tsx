"use client";

import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { useAddList } from "./add-list";
import type { AddChoices } from "./use-add-choices";

interface AddMenuItemsProps {
  choices: AddChoices;
  wanted: readonly (keyof AddChoices)[];
}

export function AddMenuItems({ choices, wanted }: AddMenuItemsProps) {
  return useAddList(choices, wanted).map(({ Icon, text, act }) => (
    <DropdownMenuItem key={text} onSelect={act}>
      <Icon aria-hidden />
      {text}
    </DropdownMenuItem>
  ));
}
