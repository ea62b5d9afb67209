import { later } from "../kit/load/later";
import { menuButton } from "../kit/load/laterMenu";

/** The link that opens the other ways to read an input; nothing until its code is loaded. */
export const AlternativesMenu = later(() => import("./AlternativesMenu"), {
  ...menuButton(() => ({ title: "Read as…", className: "link-button", label: "Read as…" })),
  loading: null,
});
