"use client";

import type { ReactNode } from "react";
import { usePerson } from "@/components/shell/session";
import { ImportTray } from "./import-tray";
import { UploadAnnouncer } from "./upload-announcer";
import { UploadClientContext, UploadContext } from "./upload-context";
import { UploadCorner } from "./upload-corner";
import { queueOf } from "./upload-queues";
import { UploadTray } from "./upload-tray";
import { useLeaveWarning } from "./use-leave-warning";
import { useUploadResults } from "./use-upload-results";

interface UploadProviderProps {
  clientId: string;
  children: ReactNode;
}

/** Uploads of one client, above its pages: they go on while people look elsewhere. */
export function UploadProvider({ clientId, children }: UploadProviderProps) {
  useLeaveWarning();
  return (
    <UploadScope clientId={clientId}>
      {children}
      <UploadCorner>
        <UploadWatch clientId={clientId} />
      </UploadCorner>
    </UploadScope>
  );
}

/** Only names the queue; what it does is shown elsewhere. */
export function UploadScope({ clientId, children }: UploadProviderProps) {
  const { userId } = usePerson();
  return (
    <UploadClientContext value={clientId}>
      <UploadContext value={queueOf(userId, clientId)}>{children}</UploadContext>
    </UploadClientContext>
  );
}

/** Shows and tells what a queue does. */
export function UploadWatch({ clientId, title }: { clientId: string; title?: string }) {
  const { userId } = usePerson();
  useUploadResults(clientId, queueOf(userId, clientId));
  return (
    <>
      <ImportTray />
      <UploadTray {...(title ? { title } : {})} />
      <UploadAnnouncer />
    </>
  );
}
