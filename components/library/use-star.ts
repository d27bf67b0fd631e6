"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useClient } from "@/components/shell/session";
import type { Artifact } from "@/lib/artifacts/schema";
import { starArtifacts } from "@/lib/sdk";
import { applyArtifacts, showArtifact } from "./refresh-artifacts";

/** A person's own star, there at once. */
export function useStar(): (artifact: Artifact) => void {
  const { client } = useClient();
  const queries = useQueryClient();
  const star = useMutation({
    mutationFn: ({ id, isFavorite }: Artifact) => starArtifacts(client.id, [id], !isFavorite),
    // Lists are asked again only once the server knows: before, it would answer the old star.
    onMutate: (artifact) =>
      showArtifact(queries, client.id, { ...artifact, isFavorite: !artifact.isFavorite }),
    onSuccess: (_, artifact) =>
      applyArtifacts(queries, client.id, [{ ...artifact, isFavorite: !artifact.isFavorite }]),
    onError: (_, artifact) => applyArtifacts(queries, client.id, [artifact]),
  });
  return star.mutate;
}
