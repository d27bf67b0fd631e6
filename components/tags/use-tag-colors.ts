"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useClient } from "@/components/shell/session";
import type { TagColor } from "@/lib/tags/schema";
import { tagList } from "./queries";

export function useTagColors(): (name: string) => TagColor {
  const { client } = useClient();
  const { data } = useQuery(tagList(client.id));
  return useMemo(() => {
    const colors = new Map(data?.map(({ name, color }) => [name, color]));
    return (name) => colors.get(name) ?? "gray";
  }, [data]);
}
