import type { ComponentProps } from "react";

/** People's own pictures, by URLs that only their session may read; Next's optimiser has none. */
export function MediaImage({ alt, ...rest }: ComponentProps<"img"> & { alt: string }) {
  // biome-ignore lint/performance/noImgElement: the optimiser cannot sign in, and posters are small already
  return <img alt={alt} decoding="async" {...rest} />;
}
