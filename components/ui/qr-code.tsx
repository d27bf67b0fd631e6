"use client";

import { create } from "qrcode";
import { useMemo } from "react";
import { cn } from "./cn";

interface QrCodeProps {
  text: string;
  label: string;
  className?: string;
}

/** Dark on white in both themes, with a margin of four modules: readers insist on both. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { size, path } = useMemo(() => pathOf(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      shapeRendering="crispEdges"
      className={cn("rounded-lg bg-white fill-black", className)}
    >
      <path d={path} />
    </svg>
  );
}

function pathOf(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const squares: string[] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (modules.get(y, x)) squares.push(`M${x} ${y}h1v1h-1z`);
    }
  }
  return { size, path: squares.join("") };
}
