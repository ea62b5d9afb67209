import { spec } from "../../../eas/elements/element";
import { kindOf, TokenKind, type TokenTable } from "../../../wbxml/tokenTable";
import { contentEnd, contentStart, hasContent } from "../../../wbxml/tree";
import type { Rule } from "../../rule";

/** Finds the first token inside an element that is not a SWITCH_PAGE; -1 if there is none. */
function findFirstInside(tokens: TokenTable, node: number): number {
  if (!hasContent(tokens, node)) return -1;
  let first = contentStart(tokens, node);
  while (kindOf(tokens, first) === TokenKind.SwitchPage) first++;
  return first < contentEnd(tokens, node) ? first : -1;
}

function isText(kind: number | undefined): boolean {
  return kind === TokenKind.InlineString || kind === TokenKind.TableString || kind === TokenKind.Entity;
}

/** A byte array sent as text, or text sent as a byte array. */
export const opaqueOrText: Rule = {
  id: "schema/opaque-or-text",
  title: "OPAQUE and inline string confused",
  severity: "warning",
  spec: spec("MS-ASDTYPE 2.7.1"),
  why:
    "Byte arrays are sent as opaque data, all other values as inline strings. Some peers accept only " +
    "the expected form.",
  messages: {
    opaque:
      "{element} is a byte array, so its value must be sent as OPAQUE, but this is an inline string. " +
      "In XML, write it as CDATA, or as <?opaque …?> with base64.",
    text: "{element} should be sent as an inline string, but this is OPAQUE. Most peers accept it anyway.",
  },
  chooseCheck: (entry) => {
    if (entry?.opaque !== true) return undefined;
    return (node, view, report) => {
      const { tokens } = view.document.tree;
      if (!isText(kindOf(tokens, findFirstInside(tokens, node)))) return;
      report(node, "opaque", { data: { element: entry.key }, ...(view.isFromXml && { severity: "info" }) });
    };
  },
  tokens: {
    [TokenKind.Opaque]: (token, view, report) => {
      const node = view.parent(token);
      const entry = view.entry(node);
      if (entry === undefined || entry.opaque || entry.dataType === "container") return;
      if (findFirstInside(view.document.tree.tokens, node) === token)
        report(node, "text", { data: { element: entry.key }, severity: "info" });
    },
  },
  examples: [
    {
      title: "a message as opaque data",
      messages: [
        '<SendMail xmlns="ComposeMail"><ClientId>1</ClientId><Mime><![CDATA[To: ' +
          "a@b.example]]></Mime></SendMail>",
      ],
      finds: [],
    },
    {
      title: "a message as text",
      messages: [
        '<SendMail xmlns="ComposeMail"><ClientId>1</ClientId><Mime>To: a@b.example</Mime></SendMail>',
      ],
      finds: ["opaque"],
    },
    {
      title: "an id as opaque data",
      messages: [
        "<SendMail " +
          'xmlns="ComposeMail"><ClientId><![CDATA[1]]></ClientId><Mime><![CDATA[x]]></Mime></SendMail>',
      ],
      finds: ["text"],
    },
  ],
};
