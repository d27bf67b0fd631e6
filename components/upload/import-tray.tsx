"use client";

import { useQuery } from "@tanstack/react-query";
import { lateComponent } from "@/components/ui/late-component";
import { importList } from "./import-queries";
import { useUploadClient } from "./upload-context";

const ImportPanel = lateComponent(() => import("./import-panel").then((m) => m.ImportPanel));

/** What this person has the server fetch from links, and what it could not get. */
export function ImportTray() {
  const clientId = useUploadClient();
  const { data = [] } = useQuery(importList(clientId));
  const mine = data.filter(({ isMine }) => isMine);
  return mine.length > 0 ? <ImportPanel clientId={clientId} items={mine} /> : null;
}
