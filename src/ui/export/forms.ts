import { copyForms } from "../../formats/write/copyForms";
import type { TextForm } from "../../share/forms";
import type { Submenu } from "../kit/commands/menuCommand";

/** A form that a payload and a single node can be copied in. */
export interface NodeForm {
  /** Stable name in kebab-case, by which the form that was used last is remembered. */
  readonly id: string;
  readonly title: string;
  readonly form: Extract<TextForm, { readonly kind: "xml" | "json" | "copy" }>;
}

/** A form that a payload can be copied in: one of its nodes can be, too, or a command that sends it. */
export type CopiedForm =
  | NodeForm
  | {
      readonly id: "curl" | "powershell";
      readonly title: string;
      readonly form: { readonly kind: "command" };
    };

const XML: NodeForm = { id: "xml", title: "XML", form: { kind: "xml" } };

/** Every node with its byte offsets. */
const JSON_FORM: NodeForm = { id: "json", title: "JSON with offsets", form: { kind: "json" } };

/** A node as a payload: with a header, and a switch to its code page. */
const OWN_PAYLOAD: NodeForm = {
  id: "own-payload",
  title: "Hex, as a complete payload",
  form: { kind: "copy", id: "hex", isExcerpt: true },
};

const COMMANDS: readonly CopiedForm[] = [
  { id: "curl", title: "curl", form: { kind: "command" } },
  { id: "powershell", title: "PowerShell", form: { kind: "command" } },
];

const ofBytes: readonly NodeForm[] = copyForms.map(({ id, title }) => ({
  id,
  title,
  form: { kind: "copy", id },
}));

/** The forms that are not source code of a programming language. */
const NOTATIONS: ReadonlySet<string> = new Set(["hex", "hex-solid", "base64", "xxd", "hex-0x"]);

/** The forms of a submenu. */
export interface FormMenu {
  readonly submenu: Submenu;
  readonly forms: readonly CopiedForm[];
}

/** The forms in which the payload can be copied, by their submenus. */
export const formMenus: readonly FormMenu[] = [
  {
    submenu: { title: "Hex, xxd or base64" },
    forms: ofBytes.filter(({ id }) => NOTATIONS.has(id)),
  },
  { submenu: { title: "XML or JSON with offsets" }, forms: [XML, JSON_FORM] },
  { submenu: { title: "Source code" }, forms: ofBytes.filter(({ id }) => !NOTATIONS.has(id)) },
  { submenu: { title: "curl or PowerShell" }, forms: COMMANDS },
];

/** The forms in which the selected node can be copied, in the order of the menu. */
export const nodeForms: readonly [NodeForm, ...NodeForm[]] = [XML, JSON_FORM, OWN_PAYLOAD, ...ofBytes];
