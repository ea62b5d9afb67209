import { later } from "../later";

/** The words about what was just done; nothing until their code is there. */
export const Toasts = later(() => import("./Toasts"));
