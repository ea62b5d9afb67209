import { later } from "../kit/load/later";

/** The body of an item of a payload, loaded with the catalogue, which is large. */
export const BodyPane = later(() => import("./BodyPane"), { name: "The body" });
