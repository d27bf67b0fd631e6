"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { type Gathered, gatherChosen } from "./gather-files";
import { linksOf } from "./links-of";

/** Files, pictures and links that are pasted while nobody writes. */
export function usePaste(
  onFiles: (gathered: Gathered) => void,
  onLinks: (text: string) => void,
): void {
  const t = useTranslations("adding");
  const format = useFormatter();

  // Every picture of the clipboard is called image.png.
  const named = (file: File) => {
    if (!/^image\.\w+$/.test(file.name)) return file;
    const now = new Date();
    const time = { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false } as const;
    const at = format
      .dateTime(now, { year: "numeric", month: "2-digit", day: "2-digit", ...time })
      .replaceAll("/", "-")
      .replaceAll(":", ".");
    const name = `${t("pasted", { at })}.${file.name.split(".").at(-1)}`;
    return new File([file], name, { type: file.type, lastModified: now.getTime() });
  };

  const take = useEffectEvent((event: ClipboardEvent) => {
    if (!event.clipboardData || isWriting(event.target)) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData("text/plain");
    const { links, others } = linksOf(text);
    const areLinks = files.length === 0 && links.length > 0 && others.length === 0;
    if (files.length === 0 && !areLinks) return;
    event.preventDefault();
    if (areLinks) onLinks(links.join("\n"));
    else onFiles(gatherChosen(files.map(named)));
  });

  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener("paste", (event) => take(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input:not([type=checkbox]), textarea, [role=dialog]") !== null
  );
}
