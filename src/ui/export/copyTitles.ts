import { copyForms } from "../../formats/write/copyForms";

/** Every node with its byte offsets. */
export const JSON_FORM = "JSON with offsets";

/** A node as a payload: with a header, and a switch to its code page. */
export const OWN_FORM = "Hex, as a complete payload";

/** The titles of the forms in which the selected node can be copied, in the order of the menu. */
export const nodeTitles: readonly string[] = [
  "XML",
  JSON_FORM,
  OWN_FORM,
  ...copyForms.map(({ title }) => title),
];
