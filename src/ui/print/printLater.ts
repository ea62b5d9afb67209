import { later } from "../later";

/** What is printed. */
export const PrintView = later(() => import("./PrintView"));
