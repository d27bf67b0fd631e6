"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { useUploadQueue } from "./upload-context";

const samples = ["weekend", "fruit", "coffee"] as const;

/** Puts the three sample ads into the library, by the road that every file takes. */
export function useSamples() {
  const t = useTranslations("upload.samples");
  const queue = useUploadQueue();
  return useMutation({
    mutationFn: async () => {
      const files = samples.map(async (sample) => {
        const response = await fetch(`/samples/${sample}.mp4`);
        if (!response.ok) throw new Error(`no sample ${sample}`);
        return new File([await response.blob()], t(sample), { type: "video/mp4" });
      });
      queue.add(await Promise.all(files));
    },
    onError: () => toast.error(t("failed")),
    meta: { quiet: true },
  });
}
