"use client";

import { Check } from "lucide-react";
import { useId } from "react";
import { cn } from "@/components/ui/cn";

interface Choice {
  value: string;
  label: string;
}

interface ChoiceGroupProps {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
}

/** A few values of which any may be chosen, each a button that stays pressed. */
export function ChoiceGroup({ label, choices, chosen, onToggle }: ChoiceGroupProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend does not lie in the flow
    <div role="group" aria-labelledby={id}>
      <h3 id={id} className="mb-1.5 font-medium text-muted text-xs">
        {label}
      </h3>
      <div className="flex flex-wrap gap-1.5">
        {choices.map(({ value, label }) => {
          const pressed = chosen.includes(value);
          return (
            <button
              key={value}
              type="button"
              aria-pressed={pressed}
              onClick={() => onToggle(value)}
              className={cn(
                "inline-flex min-h-8 items-center gap-1 rounded-full border px-3 text-sm transition-colors pointer-coarse:min-h-11",
                pressed
                  ? "border-accent bg-accent-soft text-accent"
                  : "border-field/60 text-ink hover:bg-raised",
              )}
            >
              {pressed ? <Check aria-hidden className="size-3.5" /> : null}
              {label}
            </button>
          );
        })}
      </div>
    </div>
  );
}
