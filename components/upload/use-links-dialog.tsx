"use client";

import { type ReactNode, useCallback, useState } from "react";
import { lateComponent } from "@/components/ui/late-component";

// Nothing of it before somebody asks for it.
const LinksDialog = lateComponent(() =>
  import("./links-dialog").then(({ LinksDialog }) => LinksDialog),
);

export function useLinksDialog(): { open: (text?: string) => void; dialog: ReactNode } {
  const [text, setText] = useState<string>();
  const open = useCallback((text = "") => setText(text), []);
  const dialog =
    text === undefined ? null : <LinksDialog text={text} onClose={() => setText(undefined)} />;
  return { open, dialog };
}
