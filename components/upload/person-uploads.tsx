"use client";

import { useEffect, useState } from "react";
import { usePerson } from "@/components/shell/session";
import { clientsWithKeptUploads } from "@/lib/sdk";
import { UploadCorner } from "./upload-corner";
import { UploadScope, UploadWatch } from "./upload-provider";
import { openQueues } from "./upload-queues";
import { useLeaveWarning } from "./use-leave-warning";

/** On pages that belong to no client: what is on its way to any of the person's clients. */
export function PersonUploads() {
  const { userId, clients } = usePerson();
  const [clientIds, setClientIds] = useState<string[]>([]);
  useLeaveWarning();

  useEffect(() => {
    let over = false;
    void clientsWithKeptUploads(userId).then((kept) => {
      const mine = clients.map(({ id }) => id);
      const open = openQueues(userId, mine);
      if (!over) setClientIds(mine.filter((id) => open.includes(id) || kept.includes(id)));
    });
    return () => {
      over = true;
    };
  }, [userId, clients]);

  if (clientIds.length === 0) return null;
  return (
    <UploadCorner>
      {clients
        .filter(({ id }) => clientIds.includes(id))
        .map(({ id, name }) => (
          <UploadScope key={id} clientId={id}>
            <UploadWatch clientId={id} {...(clientIds.length > 1 ? { title: name } : {})} />
          </UploadScope>
        ))}
    </UploadCorner>
  );
}
