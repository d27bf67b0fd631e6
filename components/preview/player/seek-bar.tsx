"use client";

import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { timeText } from "./time-text";
import { useSeek } from "./use-seek";

interface SeekBarProps {
  media: HTMLMediaElement | null;
  /** A picture of the moment that is pointed at. */
  thumbnail?: (seconds: number) => ReactNode;
}

export function SeekBar({ media, thumbnail }: SeekBarProps) {
  const { duration, played, pointed, dragging, slider } = useSeek(media);
  return (
    <div className="relative">
      <div
        {...slider}
        className="group flex h-6 cursor-pointer touch-none items-center rounded pointer-coarse:h-11"
      >
        <div
          className={cn(
            "relative h-1 w-full rounded-full bg-white/25 transition-[height] group-hover:h-1.5",
            dragging && "h-1.5!",
          )}
        >
          {pointed === undefined ? null : (
            <div
              className="absolute inset-y-0 left-0 rounded-full bg-white/30"
              style={{ width: `${pointed * 100}%` }}
            />
          )}
          <div
            className="absolute inset-y-0 left-0 rounded-full bg-accent"
            style={{ width: `${played * 100}%` }}
          />
          <div
            className="absolute top-1/2 size-3.5 -translate-1/2 rounded-full bg-accent shadow"
            style={{ left: `${played * 100}%` }}
          />
        </div>
      </div>
      {pointed === undefined || duration === 0 ? null : (
        <div
          aria-hidden
          className="pointer-events-none absolute bottom-full mb-1 flex w-max -translate-x-1/2 flex-col items-center gap-1"
          // Half of a wide thumbnail stays inside the bar at both ends.
          style={{ left: `clamp(5.25rem, ${pointed * 100}%, calc(100% - 5.25rem))` }}
        >
          {thumbnail?.(pointed * duration)}
          <span className="rounded bg-black/80 px-1.5 py-0.5 text-white text-xs tabular-nums">
            {timeText(pointed * duration)}
          </span>
        </div>
      )}
    </div>
  );
}
