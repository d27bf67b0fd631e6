"use client";

import { useEffect, useRef, useState } from "react";
import { timeText } from "@/components/preview/player/time-text";
import { useSeek } from "@/components/preview/player/use-seek";

interface WaveformProps {
  media: HTMLMediaElement | null;
  peaks: readonly number[];
}

const barPx = 3;
const gapPx = 1;

/** A sound as it looks; where it is pressed it goes on from. */
export function Waveform({ media, peaks }: WaveformProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { duration, played, pointed, slider } = useSeek(media);
  const [size, setSize] = useState({ width: 0, height: 0 });

  useEffect(() => {
    const box = canvas.current;
    if (!box) return;
    const measure = () => setSize({ width: box.clientWidth, height: box.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (canvas.current) draw(canvas.current, size, peaks, played);
  }, [size, peaks, played]);

  return (
    <div {...slider} className="relative w-full cursor-pointer touch-none rounded-lg">
      <canvas ref={canvas} aria-hidden data-testid="waveform" className="block h-32 w-full" />
      {pointed === undefined ? null : (
        <span
          aria-hidden
          className="pointer-events-none absolute inset-y-0 w-px bg-white/70"
          style={{ left: `${pointed * 100}%` }}
        >
          <span className="absolute bottom-full left-1/2 mb-1 w-max -translate-x-1/2 rounded bg-black/80 px-1.5 py-0.5 text-white text-xs tabular-nums">
            {timeText(pointed * duration)}
          </span>
        </span>
      )}
    </div>
  );
}

function draw(
  canvas: HTMLCanvasElement,
  { width, height }: { width: number; height: number },
  peaks: readonly number[],
  played: number,
): void {
  const pen = canvas.getContext("2d");
  if (!pen || width === 0) return;
  const density = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  pen.scale(density, density);
  const style = getComputedStyle(canvas);
  const bars = Math.max(1, Math.floor(width / (barPx + gapPx)));
  for (let bar = 0; bar < bars; bar += 1) {
    const from = Math.floor((bar * peaks.length) / bars);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / bars));
    const tall = Math.max(2, (Math.max(...peaks.slice(from, to)) / 100) * height);
    pen.fillStyle = style.getPropertyValue((bar + 0.5) / bars <= played ? "--accent" : "--field");
    pen.fillRect(bar * (barPx + gapPx), (height - tall) / 2, barPx, tall);
  }
}
