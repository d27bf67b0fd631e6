"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

interface TrimMarkProps {
  label: string;
  setHere: string;
  valueMs: number;
  totalMs: number;
  onChange: (ms: number) => void;
  /** Where the film stands now. */
  onHere: () => void;
}

/** A moment of a film: dragged, stepped by the arrow keys, typed in seconds, or where it stands. */
export function TrimMark(props: TrimMarkProps) {
  const { label, setHere, valueMs, totalMs, onChange, onHere } = props;
  const id = useId();
  return (
    <div>
      <div className="mb-1 flex items-center justify-between gap-2">
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
        <div className="flex items-center gap-2">
          <Button variant="ghost" size="sm" onClick={onHere}>
            {setHere}
          </Button>
          <Input
            type="number"
            inputMode="decimal"
            aria-label={`${label} (s)`}
            className="w-24!"
            min={0}
            max={totalMs / 1000}
            step={0.04}
            value={(valueMs / 1000).toFixed(2)}
            onChange={({ target }) => onChange(Math.round(Number(target.value) * 1000))}
          />
        </div>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={totalMs}
        step={40}
        value={valueMs}
        aria-valuetext={`${(valueMs / 1000).toFixed(2)} s`}
        onChange={({ target }) => onChange(Number(target.value))}
        className="h-8 w-full accent-accent pointer-coarse:h-11"
      />
    </div>
  );
}
