import { queryOptions } from "@tanstack/react-query";
import { listVersions } from "@/lib/sdk";

/** Below what a change of artifacts invalidates. */
export const versionList = (clientId: string, artifactId: string) =>
  queryOptions({
    queryKey: ["artifacts", clientId, "versions", artifactId],
    queryFn: ({ signal }) => listVersions(clientId, artifactId, signal),
  });
