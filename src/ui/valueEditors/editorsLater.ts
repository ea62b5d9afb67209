import { later } from "../later";

/** The editor of a value; with the catalogue, which is large. */
export const ValueEditor = later(() => import("./ValueEditor"));

/** The elements that may be put into one; with the catalogue as well. */
export const ChildMenu = later(() => import("./ChildMenu"));
