import { Folder } from "lucide-react";
import { MediaImage } from "@/components/library/media-image";
import { cn } from "@/components/ui/cn";
import type { Collection } from "@/lib/collections/schema";

interface CollectionCoverProps {
  collection: Pick<Collection, "posterUrls">;
  className?: string;
}

/** A few of its pictures side by side. */
export function CollectionCover({ collection: { posterUrls }, className }: CollectionCoverProps) {
  return (
    <span
      aria-hidden
      className={cn(
        "grid shrink-0 place-items-center overflow-hidden rounded-md bg-raised text-muted",
        posterUrls.length > 1 ? "grid-cols-2" : "",
        className,
      )}
    >
      {posterUrls.length === 0 ? <Folder className="size-4" /> : null}
      {posterUrls.slice(0, posterUrls.length > 3 ? 4 : posterUrls.length > 1 ? 2 : 1).map((src) => (
        <MediaImage key={src} src={src} alt="" loading="lazy" className="size-full object-cover" />
      ))}
    </span>
  );
}
