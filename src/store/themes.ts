/** The colour schemes of the page, in the order in which its button goes through them. */
export const themes = [
  { name: "system", title: "System colours", sign: "◐" },
  { name: "light", title: "Light colours", sign: "☀" },
  { name: "dark", title: "Dark colours", sign: "☾" },
  { name: "contrast", title: "High contrast", sign: "◼" },
] as const;

/** The name of a colour scheme; `system` follows the operating system. */
export type Theme = (typeof themes)[number]["name"];
