"use client";

import type { RefCallback } from "react";
import { useEffect, useState } from "react";
import { Spinner } from "@/components/ui/spinner";
import type { Artifact, ArtifactDetails } from "@/lib/artifacts/schema";
import { togglePlay } from "./act-on-media";
import { ControlBar } from "./control-bar";
import { FrameSteps } from "./frame-steps";
import { SeekBar } from "./seek-bar";
import { StoryboardTile } from "./storyboard-tile";
import { usePlayback } from "./use-playback";
import { WindowButtons } from "./window-buttons";

interface VideoPlayerProps {
  artifact: Artifact;
  src: string;
  details: ArtifactDetails | undefined;
  onError: () => void;
}

export function VideoPlayer({ artifact, src, details, onError }: VideoPlayerProps) {
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const { waiting } = usePlayback(video);
  const { name, posterUrl } = artifact;
  const storyboard = details?.storyboard;
  useAutoplay(video);

  return (
    <>
      <div className="relative min-h-0 flex-1">
        <video
          ref={setVideo as RefCallback<HTMLVideoElement>}
          src={src}
          {...(posterUrl ? { poster: posterUrl } : {})}
          aria-label={name}
          playsInline
          preload="metadata"
          onError={onError}
          onClick={({ currentTarget }) => togglePlay(currentTarget)}
          className="size-full object-contain"
        />
        {waiting ? (
          <span className="pointer-events-none absolute inset-0 grid place-items-center">
            <Spinner className="size-10! text-white" />
          </span>
        ) : null}
      </div>
      <div className="bg-surface px-3 pt-1 pb-1.5">
        <SeekBar
          media={video}
          {...(storyboard
            ? {
                thumbnail: (seconds: number) => (
                  <StoryboardTile storyboard={storyboard} seconds={seconds} />
                ),
              }
            : {})}
        />
        <ControlBar
          media={video}
          steps={<FrameSteps video={video} frameRate={details?.facts.frameRate} />}
        >
          <WindowButtons video={video} />
        </ControlBar>
      </div>
    </>
  );
}

/** Not by the attribute: nobody who asked for less motion is played to. */
function useAutoplay(video: HTMLVideoElement | null): void {
  useEffect(() => {
    if (!video || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    void video.play().catch(() => {});
  }, [video]);
}
