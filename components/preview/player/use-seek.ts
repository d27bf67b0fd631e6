"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { seekTo } from "./act-on-media";
import { timeText } from "./time-text";
import { useMoment, usePlayback } from "./use-playback";

/** A slider over the length of a film or a sound: pressed, drawn, and moved by keys. */
export function useSeek(media: HTMLMediaElement | null) {
  const t = useTranslations("preview.player");
  const { duration } = usePlayback(media);
  const moment = useMoment(media);
  const [pointed, point] = useState<number>();
  const [dragging, drag] = useState(false);
  const shareOf = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(1, (clientX - left) / width));
  };
  const go = (share: number) => media && seekTo(media, share * duration);

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag(true);
    point(shareOf(event));
    go(shareOf(event));
  }

  function onPointerMove(event: PointerEvent) {
    if (!dragging && event.pointerType === "touch") return;
    const share = shareOf(event);
    point(share);
    // One picture at a time: a film that is still looking for one is not sent elsewhere.
    if (dragging && !media?.seeking) go(share);
  }

  function onPointerUp(event: PointerEvent) {
    if (dragging) go(shareOf(event));
    drag(false);
    if (event.pointerType === "touch") point(undefined);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = duration > 60 ? 5 : 1;
    const to: Record<string, number> = {
      ArrowLeft: moment - step,
      ArrowDown: moment - step,
      ArrowRight: moment + step,
      ArrowUp: moment + step,
      PageDown: moment - duration / 10,
      PageUp: moment + duration / 10,
      Home: 0,
      End: duration,
    };
    const seconds = to[event.key];
    if (!media || seconds === undefined) return;
    event.preventDefault();
    seekTo(media, seconds);
  }

  return {
    duration,
    /** 0 to 1: what is over, and what the pointer points at. */
    played: duration > 0 ? moment / duration : 0,
    pointed,
    dragging,
    slider: {
      role: "slider",
      tabIndex: 0,
      "aria-label": t("seek"),
      "aria-valuemin": 0,
      "aria-valuemax": Math.round(duration),
      "aria-valuenow": Math.min(Math.round(duration), Math.round(moment)),
      "aria-valuetext": t("moment", { at: timeText(moment), of: timeText(duration) }),
      "data-own-touch": "",
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: onPointerUp,
      onPointerLeave: () => dragging || point(undefined),
      onKeyDown,
    },
  } as const;
}
