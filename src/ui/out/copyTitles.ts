import { copyForms } from "../../formats/write/copyForms";

/** Every node with its place in the bytes. */
export const JSON_FORM = "JSON with offsets";

/** A node with a header, and the switch to its code page. */
export const OWN_FORM = "Hex, as a payload of its own";

/** What the forms of the selected node are called, in the order of the menu. */
export const nodeTitles: readonly string[] = [
  "XML",
  JSON_FORM,
  OWN_FORM,
  ...copyForms.map(({ title }) => title),
];
