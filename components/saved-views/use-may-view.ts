"use client";

import { useClient, usePerson } from "@/components/shell/session";
import type { SavedView } from "@/lib/saved-views/schema";

/** What is offered; the server decides again. */
export function useMayView() {
  const { can } = useClient();
  const { userId } = usePerson();
  const share = can("artifacts:write");
  const remove = ({ owner }: SavedView) => owner.id === userId || can("artifacts:delete");
  return {
    share,
    remove,
    change: (view: SavedView) => remove(view) && (share || !view.isShared),
  };
}
