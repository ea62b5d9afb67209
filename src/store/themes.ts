/** The colour schemes of the page, in the order in which its button goes through them. */
export const themes = [
  { name: "system", title: "System colours" },
  { name: "light", title: "Light colours" },
  { name: "dark", title: "Dark colours" },
  { name: "contrast", title: "High contrast" },
] as const;

/** The name of a colour scheme; `system` follows the operating system. */
export type Theme = (typeof themes)[number]["name"];
