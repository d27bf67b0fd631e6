import { orders } from "@/components/library/find/library-view";
import type { ArtifactOrder } from "@/lib/artifacts/schema";

/** How a person likes to see the library on this device. */
export interface Layout {
  shape: "grid" | "table";
  density: "comfortable" | "compact";
  sort: ArtifactOrder;
}

/** In a cookie, so that the server draws the right one at once. */
export const layoutCookie = "library";

export function layoutOf(text: string | undefined): Layout {
  const words = text?.split(".") ?? [];
  return {
    shape: words.includes("table") ? "table" : "grid",
    density: words.includes("compact") ? "compact" : "comfortable",
    sort: orders.find((order) => words.includes(order)) ?? "newest",
  };
}

export function layoutText({ shape, density, sort }: Layout): string {
  return [shape, density, sort].join(".");
}
