export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The theme that a cookie names; whatever else stands there is the system's. */
export function themeOf(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? "system";
}
