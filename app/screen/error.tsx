"use client";

import { PlayerError } from "@/components/player/player-error";

export default function ScreenError() {
  return <PlayerError />;
}
