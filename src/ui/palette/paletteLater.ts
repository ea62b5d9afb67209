import { later } from "../later";

/** The list of all commands: keys are typed into it at once, so it is there before it is asked for. */
export const PaletteDialog = later(() => import("./PaletteDialog"));
