import { useRouter } from "next/navigation";
import { useLiveChanges } from "@/components/live/use-live-changes";

/** Roles and memberships come with the page's layout: who gets or loses one sees it at once. */
export function useCurrentRights(clientId: string): void {
  const router = useRouter();
  useLiveChanges(clientId, ({ kind }) => {
    if (kind === "people") router.refresh();
    return undefined;
  });
}
