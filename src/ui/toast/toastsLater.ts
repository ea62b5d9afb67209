import { later } from "../later";

/** The toasts; nothing until their code is loaded. */
export const Toasts = later(() => import("./Toasts"));
