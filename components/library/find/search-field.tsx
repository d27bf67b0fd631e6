"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { controlStyle } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { useSlashKey } from "./use-slash-key";

interface SearchFieldProps {
  /** The words that the list answers. */
  value: string;
  busy: boolean;
  onChange: (words: string) => void;
}

const typingMs = 150;

/** Searches as one types: the field itself is never behind the keys. */
export function SearchField({ value, busy, onChange }: SearchFieldProps) {
  const t = useTranslations("find");
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  useSlashKey(input);

  // Words from elsewhere: "back", a link, filters that were cleared.
  if (value !== told) {
    setTold(value);
    setText(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  function type(next: string, afterMs = typingMs) {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setTold(next.trim());
      onChange(next.trim());
    }, afterMs);
  }

  return (
    <search className="relative min-w-0 flex-1 max-sm:basis-full">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4.5 -translate-y-1/2 text-muted"
      />
      <input
        ref={input}
        type="search"
        enterKeyHint="search"
        aria-label={t("search")}
        placeholder={t("placeholder")}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") type(text, 0);
          if (event.key !== "Escape" || text === "") return;
          event.preventDefault();
          type("", 0);
        }}
        className={cn(
          controlStyle,
          "appearance-none pr-11 pl-9.5 [&::-webkit-search-cancel-button]:hidden",
        )}
      />
      {text === "" ? null : (
        <button
          type="button"
          aria-label={t("clearSearch")}
          className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-lg text-muted hover:text-ink pointer-coarse:w-11"
          onClick={() => {
            type("", 0);
            input.current?.focus();
          }}
        >
          {busy ? <Spinner className="size-4!" /> : <X aria-hidden className="size-4" />}
        </button>
      )}
    </search>
  );
}
