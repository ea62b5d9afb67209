import { copyForms } from "../../formats/write/copyForms";
import type { TextForm } from "../../share/forms";

/** A form that a payload and a single node can be copied in. */
export interface CopiedForm {
  /** Stable name in kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly form: Extract<TextForm, { readonly kind: "xml" | "json" | "copy" }>;
}

const XML: CopiedForm = { id: "xml", title: "XML", form: { kind: "xml" } };

/** Every node with its byte offsets. */
const JSON_FORM: CopiedForm = { id: "json", title: "JSON with offsets", form: { kind: "json" } };

/** A node as a payload: with a header, and a switch to its code page. */
const OWN_PAYLOAD: CopiedForm = {
  id: "own-payload",
  title: "Hex, as a complete payload",
  form: { kind: "copy", id: "hex", isExcerpt: true },
};

const ofBytes: readonly CopiedForm[] = copyForms.map(({ id, title }) => ({
  id,
  title,
  form: { kind: "copy", id },
}));

/** The forms in which the payload can be copied, in the order of the menu. */
export const payloadForms: readonly CopiedForm[] = [XML, JSON_FORM, ...ofBytes];

/** The forms in which the selected node can be copied, in the order of the menu. */
export const nodeForms: readonly CopiedForm[] = [XML, JSON_FORM, OWN_PAYLOAD, ...ofBytes];
