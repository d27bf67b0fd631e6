"use client";

import { Pause, Play, Repeat, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useShortcut } from "@/components/shortcuts/use-shortcut";
import { IconButton } from "@/components/ui/icon-button";
import { changeSpeed, seekBy, toggleLoop, togglePlay } from "./act-on-media";
import { SpeedMenu } from "./speed-menu";
import { timeText } from "./time-text";
import { useMoment, usePlayback } from "./use-playback";

interface ControlBarProps {
  media: HTMLMediaElement | null;
  /** After play and pause. */
  steps?: ReactNode;
  /** At the end. */
  children?: ReactNode;
}

const jumpSeconds = 5;

/** What films and sounds have in common, by buttons and by keys. */
export function ControlBar({ media, steps, children }: ControlBarProps) {
  const t = useTranslations("preview.player");
  const playback = usePlayback(media);
  const { paused, muted, volume, rate, loop } = playback;
  const act = (work: (media: HTMLMediaElement) => void) => () => media && work(media);
  const play = act(togglePlay);
  const mute = act((media) => {
    media.muted = !media.muted;
  });
  const repeat = act(toggleLoop);
  useShortcut("player.play", play);
  useShortcut(
    "player.back",
    act((media) => seekBy(media, -jumpSeconds)),
  );
  useShortcut(
    "player.forward",
    act((media) => seekBy(media, jumpSeconds)),
  );
  useShortcut(
    "player.slower",
    act((media) => changeSpeed(media, -1)),
  );
  useShortcut(
    "player.faster",
    act((media) => changeSpeed(media, 1)),
  );
  useShortcut("player.mute", mute);
  useShortcut("player.loop", repeat);
  const isSilent = muted || volume === 0;

  return (
    <fieldset aria-label={t("controls")} className="flex items-center gap-0.5">
      <IconButton label={t(paused ? "play" : "pause")} onClick={play}>
        {paused ? <Play aria-hidden /> : <Pause aria-hidden />}
      </IconButton>
      {steps}
      <Moment media={media} duration={playback.duration} />
      <span className="flex-1" />
      <IconButton label={t(isSilent ? "unmute" : "mute")} onClick={mute}>
        {isSilent ? <VolumeX aria-hidden /> : <Volume2 aria-hidden />}
      </IconButton>
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={muted ? 0 : volume}
        aria-label={t("volume")}
        onChange={({ target }) => {
          if (!media) return;
          media.volume = Number(target.value);
          media.muted = false;
        }}
        className="w-20 accent-accent max-sm:hidden"
      />
      <SpeedMenu
        rate={rate}
        onRate={(next) => {
          if (media) media.playbackRate = next;
        }}
      />
      <IconButton
        label={t("loop")}
        aria-pressed={loop}
        onClick={repeat}
        className={loop ? "text-accent!" : ""}
      >
        <Repeat aria-hidden />
      </IconButton>
      {children}
    </fieldset>
  );
}

function Moment({ media, duration }: { media: HTMLMediaElement | null; duration: number }) {
  const moment = useMoment(media);
  return (
    <span className="px-1.5 text-muted text-sm tabular-nums">
      <span className="text-ink">{timeText(moment)}</span> / {timeText(duration)}
    </span>
  );
}
