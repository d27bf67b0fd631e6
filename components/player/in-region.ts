import type { Manifest } from "@/lib/screens/schema";

/** Files are asked for with the screen's region; on the device they are known by their hash. */
export function inRegion(manifest: Manifest): Manifest {
  const { region } = manifest.screen;
  if (region === null) return manifest;
  const items = manifest.items.map((item) => {
    const mark = item.url.includes("?") ? "&" : "?";
    return { ...item, url: `${item.url}${mark}region=${encodeURIComponent(region)}` };
  });
  return { ...manifest, items };
}
