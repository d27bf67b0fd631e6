import { imageDurationMs } from "@/lib/screens/facts";
import { type MediaEvents, setRatio } from "./drive-video";
import { findFault } from "./find-fault";

type Stop = () => void;

const loadTimeoutMs = 20_000;

/** Fetches and decodes, so that raising it paints at once. */
export function loadImage(image: HTMLImageElement, src: string, events: MediaEvents): Stop {
  let isOver = false;
  const once = (say: () => void) => {
    if (!isOver) say();
    isOver = true;
  };
  const timer = setTimeout(() => once(() => events.failed("network")), loadTimeoutMs);
  image.src = src;
  image.decode().then(
    () => {
      setRatio(image, image.naturalWidth, image.naturalHeight);
      once(events.ready);
    },
    () => findFault(src).then((fault) => once(() => events.failed(fault))),
  );
  return () => {
    isOver = true;
    clearTimeout(timer);
    image.removeAttribute("src");
  };
}

export function showImage(durationMs: number | null, events: MediaEvents): Stop {
  // Painted under the present one first, as a video's first frame is.
  const painted = setTimeout(events.shown, 50);
  const over = setTimeout(events.ended, durationMs ?? imageDurationMs);
  return () => {
    clearTimeout(painted);
    clearTimeout(over);
  };
}
