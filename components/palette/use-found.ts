"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { AudioLines, File, Image, type LucideIcon, MonitorPlay, Video } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { type Kind, kindOf } from "@/components/library/kind-of";
import { screenList } from "@/components/screens/screen-queries";
import { sectionPath } from "@/components/shell/sections";
import { useOptionalClient } from "@/components/shell/session";
import { listArtifacts } from "@/lib/sdk";
import type { Command } from "./command";
import { rank } from "./rank";

const most = 6;
const restMs = 150;

const icons: Record<Kind, LucideIcon> = {
  video: Video,
  image: Image,
  audio: AudioLines,
  file: File,
};

/** Files and screens of the client by what was typed. */
export function useFound(query: string): { found: Command[]; isSearching: boolean } {
  const router = useRouter();
  const clientId = useOptionalClient()?.client.id ?? "";
  const typed = query.trim();
  const q = useSettled(typed);
  const enabled = clientId !== "" && q !== "";
  const files = useQuery({
    queryKey: ["artifacts", clientId, "palette", q],
    queryFn: ({ signal }) => listArtifacts(clientId, { q, limit: most }, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
  const screens = useQuery({ ...screenList(clientId), enabled, refetchInterval: false });
  if (!typed || !clientId) return { found: [], isSearching: false };

  const fileCommands = (files.data?.items ?? []).map(
    (artifact): Command => ({
      id: `file:${artifact.id}`,
      group: "files",
      label: artifact.name,
      // The server has found it, by whatever it knows of it.
      keywords: typed,
      icon: icons[kindOf(artifact)],
      run: () => router.push(`${sectionPath(clientId)}?preview=${artifact.id}`),
    }),
  );
  const screenCommands = (screens.data ?? []).map(
    ({ id, name }): Command => ({
      id: `screen:${id}`,
      group: "screens",
      label: name,
      icon: MonitorPlay,
      run: () => router.push(sectionPath(clientId, "screens")),
    }),
  );
  return {
    found: [...fileCommands, ...rank(typed, screenCommands).slice(0, most)],
    isSearching: q !== typed || files.isFetching,
  };
}

/** What stands still for a moment, so that not every letter asks the server. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
