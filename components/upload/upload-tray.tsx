"use client";

import { lateComponent } from "@/components/ui/late-component";
import { useLeisure } from "@/components/ui/use-leisure";
import { useUploads } from "./upload-context";

// Nothing of it before something is uploaded.
const UploadPanel = lateComponent(() => import("./upload-panel").then((m) => m.UploadPanel));

/** Stays in the corner above every page while there is something to tell. */
export function UploadTray({ title }: { title?: string }) {
  const { items } = useUploads();
  useLeisure(UploadPanel.load);
  return items.length > 0 ? <UploadPanel {...(title ? { title } : {})} /> : null;
}
