"use client";

import { useQuery } from "@tanstack/react-query";
import type { Artifact, ArtifactDetails } from "@/lib/artifacts/schema";
import { Waveform } from "@/lib/media/schema";

/** More than this is not decoded in a browser: all of its samples lie in memory at once. */
const maxDecodedBytes = 20_000_000;
const maxPeaks = 1000;

/** How loud a sound is over time: as the server found, else as this browser does. */
export function usePeaks(artifact: Artifact, details: ArtifactDetails | undefined) {
  const { mediaUrl, sizeBytes } = artifact;
  const waveformUrl = details?.waveformUrl;
  const canDecode = mediaUrl !== null && sizeBytes <= maxDecodedBytes;
  const { data } = useQuery({
    queryKey: ["peaks", waveformUrl ?? mediaUrl],
    queryFn: async ({ signal }) => {
      if (waveformUrl) {
        const response = await fetch(waveformUrl, { signal });
        return Waveform.parse(await response.json()).peaks;
      }
      const response = await fetch(mediaUrl ?? "", { signal });
      return decodePeaks(await response.arrayBuffer());
    },
    enabled: details !== undefined && (Boolean(waveformUrl) || canDecode),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data;
}

async function decodePeaks(bytes: ArrayBuffer): Promise<number[]> {
  const context = new OfflineAudioContext(1, 1, 8000);
  const sound = await context.decodeAudioData(bytes);
  const samples = sound.getChannelData(0);
  const count = Math.min(maxPeaks, samples.length);
  return Array.from({ length: count }, (_, index) => {
    const end = Math.floor(((index + 1) * samples.length) / count);
    let loudest = 0;
    for (let at = Math.floor((index * samples.length) / count); at < end; at += 1)
      loudest = Math.max(loudest, Math.abs(samples[at] ?? 0));
    return Math.min(100, Math.round(loudest * 100));
  });
}
