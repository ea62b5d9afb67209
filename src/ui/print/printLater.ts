import { later } from "../later";

/** What is put on paper. */
export const PrintView = later(() => import("./PrintView"));
