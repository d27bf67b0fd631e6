export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The theme that a cookie names; whatever else stands there is the system's. */
export function themeOf(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? "system";
}

/** The ground of the pages, for the bars that a phone draws around them. As in globals.css. */
const grounds = { light: "#faf9f7", dark: "#131315" };

export function themeColors(theme: Theme) {
  if (theme !== "system") return grounds[theme];
  return (["light", "dark"] as const).map((name) => ({
    media: `(prefers-color-scheme: ${name})`,
    color: grounds[name],
  }));
}
