"use client";

import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { fit, panBy, type Sizes, type View, zoomTo } from "./view";

interface Point {
  x: number;
  y: number;
}

/** Wheel, pinch, drag and double tap on a picture; answers how it lies and what buttons do. */
export function useZoom(
  stage: RefObject<HTMLElement | null>,
  image: RefObject<HTMLImageElement | null>,
) {
  const [view, setView] = useState<View>(fit);
  const change = (next: (view: View, sizes: Sizes) => View) => {
    const sizes = sizesOf(stage.current, image.current);
    if (sizes) setView((view) => next(view, sizes));
  };
  const zoomBy = (factor: number, point?: Point) =>
    change((view, sizes) => zoomTo(view, view.scale * factor, sizes, point));
  const toActual = (point?: Point) =>
    change((view, sizes) => zoomTo(view, sizes.actual, sizes, point));

  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    // A pinch on a trackpad comes as a wheel with Ctrl, in finer steps.
    const speed = event.ctrlKey ? 0.01 : 0.002;
    zoomBy(Math.exp(-event.deltaY * speed), fromMiddle(stage.current, event));
  });
  const onDoubleClick = useEffectEvent((event: MouseEvent) => {
    const point = fromMiddle(stage.current, event);
    change((view, sizes) =>
      view.scale > 1 ? fit : zoomTo(view, Math.max(2.5, sizes.actual), sizes, point),
    );
  });
  const onPinch = useEffectEvent((factor: number, point: Point) => zoomBy(factor, point));
  const onDrag = useEffectEvent((dx: number, dy: number) =>
    change((view, sizes) => panBy(view, dx, dy, sizes)),
  );
  const onResize = useEffectEvent(() => change((view, sizes) => panBy(view, 0, 0, sizes)));

  useEffect(() => {
    const box = stage.current;
    if (!box) return;
    const fingers = new Map<number, Point>();
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      fingers.set(event.pointerId, fromMiddle(box, event));
    };
    const move = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const now = fromMiddle(box, event);
      const [other] = [...fingers].filter(([id]) => id !== event.pointerId);
      fingers.set(event.pointerId, now);
      if (!other) return onDrag(now.x - before.x, now.y - before.y);
      const [, anchor] = other;
      const middle = { x: (now.x + anchor.x) / 2, y: (now.y + anchor.y) / 2 };
      onPinch(distance(now, anchor) / Math.max(1, distance(before, anchor)), middle);
    };
    const up = (event: PointerEvent) => void fingers.delete(event.pointerId);
    const wheel = (event: WheelEvent) => onWheel(event);
    const double = (event: MouseEvent) => onDoubleClick(event);
    const observer = new ResizeObserver(() => onResize());
    observer.observe(box);
    box.addEventListener("wheel", wheel, { passive: false });
    box.addEventListener("dblclick", double);
    box.addEventListener("pointerdown", down);
    // A drag goes on outside the picture.
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", up);
    return () => {
      observer.disconnect();
      box.removeEventListener("wheel", wheel);
      box.removeEventListener("dblclick", double);
      box.removeEventListener("pointerdown", down);
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", up);
    };
  }, [stage]);

  return {
    view,
    /** Of the picture's own pixels, 1 is one to one. */
    share: view.scale / (sizesOf(stage.current, image.current)?.actual ?? 1),
    zoomIn: () => zoomBy(1.5),
    zoomOut: () => zoomBy(1 / 1.5),
    toFit: () => setView(fit),
    toActual: () => toActual(),
  };
}

/** A place on the stage, counted from its middle. */
function fromMiddle(box: HTMLElement | null, { clientX, clientY }: MouseEvent): Point {
  const { left = 0, top = 0, width = 0, height = 0 } = box?.getBoundingClientRect() ?? {};
  return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function sizesOf(stage: HTMLElement | null, image: HTMLImageElement | null): Sizes | undefined {
  if (!stage || !image || image.naturalWidth === 0 || image.offsetWidth === 0) return undefined;
  return {
    stage: { width: stage.clientWidth, height: stage.clientHeight },
    fitted: { width: image.offsetWidth, height: image.offsetHeight },
    actual: image.naturalWidth / image.offsetWidth,
  };
}
