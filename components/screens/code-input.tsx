"use client";

import { type ComponentProps, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { useFieldProps } from "@/components/ui/field-context";
import { codeLength, digitsOf } from "./digits-of";

interface CodeInputProps extends Pick<ComponentProps<"input">, "autoFocus" | "disabled"> {
  value: string;
  onChange(code: string): void;
  onComplete?(): void;
}

/** Six cells drawn under one real input, so that pasting, phones and screen readers work as ever. */
export function CodeInput({ value, onChange, onComplete, ...rest }: CodeInputProps) {
  const [hasFocus, setFocus] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const field = useFieldProps();
  const active = Math.min(value.length, codeLength - 1);

  function take(text: string) {
    const code = digitsOf(text);
    onChange(code);
    if (code.length === codeLength && code !== value) onComplete?.();
  }

  return (
    <div className="relative flex gap-1.5 sm:gap-2">
      {Array.from({ length: codeLength }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its position
          key={index}
          aria-hidden
          className={cn(
            "grid h-14 flex-1 place-items-center rounded-lg border bg-surface text-2xl font-semibold tabular-nums",
            field["aria-invalid"] ? "border-danger" : "border-field",
            index === 2 && "mr-1.5 sm:mr-2",
            hasFocus && index === active && "border-accent! outline-2 outline-accent",
          )}
        >
          {value[index] ?? ""}
        </span>
      ))}
      <input
        ref={input}
        {...field}
        {...rest}
        value={value}
        onChange={(event) => take(event.target.value)}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
        onSelect={({ currentTarget: { value, selectionEnd } }) => {
          // The caret is drawn at the end, so it must be there.
          if (selectionEnd === value.length) return;
          input.current?.setSelectionRange(value.length, value.length);
        }}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        className="absolute inset-0 size-full cursor-text bg-transparent text-base text-transparent caret-transparent outline-none"
      />
    </div>
  );
}
