"use client";

import { lateComponent } from "@/components/ui/late-component";
import type { Artifact } from "@/lib/artifacts/schema";
import { useMay } from "./use-may";

/** What is asked about some artifacts, in front of the list. */
export type LibraryDialog =
  | { kind: "rename"; artifact: Artifact }
  | { kind: "tag" | "collect" | "place"; artifacts: readonly Artifact[] }
  | { kind: "manage-tags" };

interface LibraryDialogsProps {
  clientId: string;
  dialog: LibraryDialog;
  onChange: (dialog: LibraryDialog | undefined) => void;
}

// Loaded when they are first asked for: the list itself is what a phone waits for.
const RenameDialog = lateComponent(() => import("./rename-dialog").then((m) => m.RenameDialog));
const TagDialog = lateComponent(() =>
  import("@/components/tags/tag-dialog").then((m) => m.TagDialog),
);
const TagManager = lateComponent(() =>
  import("@/components/tags/tag-manager").then((m) => m.TagManager),
);
const CollectionDialog = lateComponent(() =>
  import("@/components/collections/collection-dialog").then((m) => m.CollectionDialog),
);
const SiteDialog = lateComponent(() => import("./bulk/site-dialog").then((m) => m.SiteDialog));

export function LibraryDialogs({ clientId, dialog, onChange }: LibraryDialogsProps) {
  const may = useMay();
  const onClose = () => onChange(undefined);
  switch (dialog.kind) {
    case "rename": {
      const { artifact } = dialog;
      return <RenameDialog key={artifact.id} {...{ clientId, artifact, onClose }} />;
    }
    case "tag":
      return (
        <TagDialog
          artifacts={dialog.artifacts}
          onClose={onClose}
          {...(may.delete ? { onManage: () => onChange({ kind: "manage-tags" }) } : {})}
        />
      );
    case "collect":
      return <CollectionDialog artifacts={dialog.artifacts} onClose={onClose} />;
    case "place":
      return <SiteDialog artifacts={dialog.artifacts} onClose={onClose} />;
    case "manage-tags":
      return <TagManager onClose={onClose} />;
  }
}
