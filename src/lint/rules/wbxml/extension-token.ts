import { byteAt } from "../../../bytes/byteAt";
import { formatByte } from "../../../bytes/hex";
import { spec } from "../../../eas/elements/element";
import { TokenKind, tokenRange } from "../../../wbxml/tokenTable";
import { removeBytesFix } from "../../facts/wbxml/byteFixes";
import { isInAttributes } from "../../facts/wbxml/inlineString";
import type { Check, Rule } from "../../rule";

const check: Check = (token, view, report) => {
  const { tokens } = view.document.tree;
  if (isInAttributes(tokens, token)) return;
  const range = tokenRange(tokens, token);
  const data = { token: formatByte(byteAt(tokens.bytes, range.start)) };
  report(view.parent(token), "extension", {
    data,
    range,
    fixes: [removeBytesFix("Remove it", view, range, false)],
  });
};

/** A token whose meaning each WBXML language may define; EAS does not define one. */
export const extensionToken: Rule = {
  id: "wbxml/extension-token",
  title: "Extension token",
  severity: "error",
  spec: spec("MS-ASWBXML 2.1.3"),
  why:
    "EAS does not define the EXT tokens. They belong to other languages, such as WML and Wireless " +
    "Village, or these bytes are text that was not encoded as a string.",
  messages: { extension: "{token} is an extension token, which has no meaning in EAS. Remove it." },
  tokens: {
    [TokenKind.ExtensionString]: check,
    [TokenKind.ExtensionInteger]: check,
    [TokenKind.ExtensionByte]: check,
  },
  examples: [
    { title: "none", messages: ["03 01 6A 00 45 03 41 00 01"], finds: [] },
    {
      title: "EXT_0",
      messages: ["03 01 6A 00 45 C0 0F 01"],
      finds: ["extension"],
      fixedHex: "03 01 6A 00 45 0F 01",
    },
    {
      title: "EXT_I_1 and EXT_T_2, with operands",
      messages: ["03 01 6A 00 45 41 41 00 82 05 01"],
      finds: ["extension", "extension"],
    },
  ],
};
