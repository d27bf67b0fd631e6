import { cn } from "@/components/ui/cn";
import type { TagColor } from "@/lib/tags/schema";

const colors: Record<TagColor, string> = {
  gray: "bg-tag-gray",
  red: "bg-tag-red",
  orange: "bg-tag-orange",
  yellow: "bg-tag-yellow",
  green: "bg-tag-green",
  teal: "bg-tag-teal",
  blue: "bg-tag-blue",
  indigo: "bg-tag-indigo",
  purple: "bg-tag-purple",
  pink: "bg-tag-pink",
};

export function TagDot({ color, className }: { color: TagColor; className?: string }) {
  return (
    <span aria-hidden className={cn("size-2 shrink-0 rounded-full", colors[color], className)} />
  );
}
