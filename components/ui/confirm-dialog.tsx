"use client";

import { useState } from "react";
import type { ConfirmPanelProps } from "./confirm-panel";
import { lateComponent } from "./late-component";

const ConfirmPanel = lateComponent(() => import("./confirm-panel").then((m) => m.ConfirmPanel));

/** A question before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmPanelProps) {
  const [wasOpen, setWasOpen] = useState(false);
  if (props.open && !wasOpen) setWasOpen(true);
  return wasOpen ? <ConfirmPanel {...props} /> : null;
}
