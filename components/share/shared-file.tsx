"use client";

import { AudioLines, Film } from "lucide-react";
import { useEffect, useState } from "react";
import { MediaImage } from "@/components/library/media-image";
import { useFormats } from "@/components/library/use-formats";

export function SharedFile({ file }: { file: File }) {
  const { size } = useFormats();
  const Icon = file.type.startsWith("audio/") ? AudioLines : Film;
  const picture = useObjectUrl(file.type.startsWith("image/") ? file : undefined);
  return (
    <li className="flex items-center gap-3">
      <span className="grid size-12 shrink-0 place-items-center overflow-hidden rounded-lg bg-raised text-muted">
        {picture ? (
          <MediaImage src={picture} alt="" className="size-full object-cover" />
        ) : (
          <Icon aria-hidden className="size-5" />
        )}
      </span>
      <span className="min-w-0">
        <span className="line-clamp-2 font-medium text-sm">{file.name}</span>
        <span className="text-muted text-xs">{size(file.size)}</span>
      </span>
    </li>
  );
}

function useObjectUrl(file: File | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
