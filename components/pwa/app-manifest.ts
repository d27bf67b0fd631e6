import type { MetadataRoute } from "next";
import type { Locale } from "@/lib/i18n";

/** What a phone is told of the app that it installs. */
export function appManifest(locale: Locale, text: (key: string) => string): MetadataRoute.Manifest {
  const icon = (name: string, size: number, purpose: "any" | "maskable") => ({
    src: `/icons/${name}-${size}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  return {
    id: "/",
    start_url: "/",
    scope: "/",
    display: "standalone",
    name: "Vitrine",
    short_name: "Vitrine",
    description: text("common.tagline"),
    lang: locale,
    dir: "ltr",
    background_color: "#faf9f7",
    theme_color: "#faf9f7",
    categories: ["business", "productivity"],
    icons: [
      icon("icon", 192, "any"),
      icon("icon", 512, "any"),
      icon("maskable", 192, "maskable"),
      icon("maskable", 512, "maskable"),
    ],
    shortcuts: [{ name: text("pwa.pairShortcut"), url: "/pair" }],
    share_target: {
      action: "/share/files",
      method: "POST",
      enctype: "multipart/form-data",
      params: { files: [{ name: "files", accept: ["video/*", "image/*", "audio/*"] }] },
    },
  };
}
