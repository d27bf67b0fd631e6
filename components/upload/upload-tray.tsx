"use client";

import dynamic from "next/dynamic";
import { useUploads } from "./upload-context";

// Nothing of it before something is uploaded.
const UploadPanel = dynamic(() => import("./upload-panel").then(({ UploadPanel }) => UploadPanel));

/** Stays in the corner above every page while there is something to tell. */
export function UploadTray({ title }: { title?: string }) {
  const { items } = useUploads();
  return items.length > 0 ? <UploadPanel {...(title ? { title } : {})} /> : null;
}
