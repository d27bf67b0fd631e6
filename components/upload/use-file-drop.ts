"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { toast } from "@/components/ui/toast";
import { type Gathered, gatherChosen } from "./gather-files";
import { takeDrop } from "./take-drop";

/** Takes files dropped anywhere in the window; answers whether some hover over it now. */
export function useFileDrop(onFiles: (gathered: Gathered) => void): boolean {
  const t = useTranslations("common");
  const [hovering, setHovering] = useState(false);
  const take = useEffectEvent((transfer: DataTransfer) => {
    const taken = takeDrop(transfer);
    // Some browsers give files without what leads to folders.
    if (taken.length === 0) return onFiles(gatherChosen([...transfer.files]));
    import("./gather-drop")
      .then(({ gatherDrop }) => gatherDrop(taken))
      .then(onFiles, () => toast.error(t("noNetwork")));
  });

  useEffect(() => {
    const listening = new AbortController();
    // Every element entered and left fires: only the outermost leave counts.
    let depth = 0;
    const on = (name: "dragenter" | "dragover" | "dragleave" | "drop", act: DragAction) => {
      const listener = (event: DragEvent) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        act(event.dataTransfer);
      };
      window.addEventListener(name, listener, { signal: listening.signal });
    };
    on("dragenter", () => {
      depth += 1;
      setHovering(true);
    });
    on("dragover", (transfer) => {
      transfer.dropEffect = "copy";
    });
    on("dragleave", () => {
      depth -= 1;
      if (depth <= 0) setHovering(false);
    });
    on("drop", (transfer) => {
      depth = 0;
      setHovering(false);
      take(transfer);
    });
    return () => listening.abort();
  }, []);

  return hovering;
}

type DragAction = (transfer: DataTransfer) => void;
