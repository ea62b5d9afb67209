import { later } from "../../kit/load/later";

/** The editor of a value, loaded with the catalogue, which is large. */
export const ValueEditor = later(() => import("./ValueEditor"), {
  name: "The editor of the value",
  onClose: ({ onDone }) => onDone(),
});

/** The menu of elements that can be added, loaded with the catalogue too. */
export const ChildMenu = later(() => import("./ChildMenu"), {
  name: "The list of elements",
  onClose: ({ onDone }) => onDone(),
});
