"use client";

import { useClient, usePerson } from "@/components/shell/session";
import type { Artifact } from "@/lib/artifacts/schema";

/** What is offered; the server decides again. */
export function useMay() {
  const { can } = useClient();
  const { userId } = usePerson();
  const mayDelete = can("artifacts:delete");
  return {
    add: can("artifacts:write"),
    delete: mayDelete,
    /** An uploader changes only what they brought. */
    rename: ({ createdBy }: Artifact) =>
      mayDelete || (can("artifacts:write") && createdBy?.id === userId),
  };
}
