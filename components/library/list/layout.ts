import { orders } from "@/components/library/find/library-view";
import type { ArtifactOrder } from "@/lib/artifacts/schema";

/** How a person likes to see the library on this device. */
export interface Layout {
  shape: "grid" | "table";
  density: "comfortable" | "compact";
  sort: ArtifactOrder;
  /** How many cards stood side by side the last time. */
  columns: number | undefined;
}

/** In a cookie, so that the server draws the right one at once. */
export const layoutCookie = "library";

export function layoutOf(text: string | undefined): Layout {
  const words = text?.split(".") ?? [];
  return {
    shape: words.includes("table") ? "table" : "grid",
    density: words.includes("compact") ? "compact" : "comfortable",
    sort: orders.find((order) => words.includes(order)) ?? "newest",
    columns: words.map(Number).find((word) => word > 0 && word < 50),
  };
}

export function layoutText({ shape, density, sort, columns }: Layout): string {
  return [shape, density, sort, columns].filter((word) => word !== undefined).join(".");
}
