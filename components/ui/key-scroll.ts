// A film's own controls take the arrows for themselves.
const focusable = "a[href], button, input, select, textarea, [tabindex]";

/** The ref of a box that scrolls its only child: keys must reach it where no field or link does. */
export function keyScroll(box: HTMLElement | null): (() => void) | undefined {
  if (!box) return;
  const observer = new ResizeObserver(() => {
    const scrolls = box.scrollHeight > box.clientHeight;
    if (scrolls && !box.querySelector(focusable)) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  });
  observer.observe(box);
  for (const child of box.children) observer.observe(child);
  return () => observer.disconnect();
}
