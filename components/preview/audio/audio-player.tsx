"use client";

import { AudioLines } from "lucide-react";
import { type RefCallback, useState } from "react";
import { MediaImage } from "@/components/library/media-image";
import { ControlBar } from "@/components/preview/player/control-bar";
import { SeekBar } from "@/components/preview/player/seek-bar";
import type { Artifact, ArtifactDetails } from "@/lib/artifacts/schema";
import { usePeaks } from "./use-peaks";
import { Waveform } from "./waveform";

interface AudioPlayerProps {
  artifact: Artifact;
  src: string;
  details: ArtifactDetails | undefined;
  onError: () => void;
}

export function AudioPlayer({ artifact, src, details, onError }: AudioPlayerProps) {
  const [audio, setAudio] = useState<HTMLAudioElement | null>(null);
  const peaks = usePeaks(artifact, details);
  const { name, posterUrl } = artifact;
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col items-center justify-center gap-8 px-4 sm:px-16">
        {posterUrl ? (
          <MediaImage src={posterUrl} alt="" className="max-h-1/2 max-w-full rounded-xl" />
        ) : (
          <AudioLines aria-hidden className="size-12 text-muted" strokeWidth={1.5} />
        )}
        {/* biome-ignore lint/a11y/useMediaCaption: people's own jingles have no captions to offer */}
        <audio
          ref={setAudio as RefCallback<HTMLAudioElement>}
          src={src}
          aria-label={name}
          preload="metadata"
          onError={onError}
        />
        {peaks ? <Waveform media={audio} peaks={peaks} /> : null}
      </div>
      <div className="bg-surface px-3 pt-1 pb-1.5">
        {peaks ? null : <SeekBar media={audio} />}
        <ControlBar media={audio} />
      </div>
    </>
  );
}
