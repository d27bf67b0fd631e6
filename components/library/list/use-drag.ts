"use client";

import type { DragEvent } from "react";
import { putDraggedIds } from "@/components/collections/dragged-ids";
import type { ArtifactActions } from "@/components/library/library-actions";
import type { Artifact } from "@/lib/artifacts/schema";

/** Drags a file, and what else is selected, with its number beside the pointer. */
export function useDrag({ id, name }: Artifact, actions: ArtifactActions) {
  return {
    draggable: true,
    onDragStart: ({ dataTransfer }: DragEvent) => {
      const ids = actions.dragged(id);
      putDraggedIds(dataTransfer, ids);
      const badge = document.createElement("div");
      badge.textContent = ids.length > 1 ? String(ids.length) : name;
      badge.className =
        "fixed -top-96 max-w-64 truncate rounded-lg bg-accent px-3 py-1.5 font-medium text-accent-ink text-sm";
      document.body.append(badge);
      dataTransfer.setDragImage(badge, 12, 12);
      requestAnimationFrame(() => badge.remove());
    },
  };
}
