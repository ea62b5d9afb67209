import { tokenRange } from "../../../wbxml/tokenTable";
import { hasForbidden } from "../../../xml/write";
import { byteFix } from "../../fix";
import type { ByteFix } from "../../rule";
import type { MessageView } from "../../view";
import { encodeInlineString } from "./inlineString";

/**
 * A fix that writes the text of an ENTITY or STR_T as an inline string; `undefined` if an inline string can't
 * hold its text.
 */
export function inlineStringFix(view: MessageView, token: number): ByteFix | undefined {
  const { tree } = view.document;
  const text = tree.text(token);
  const bytes = text === undefined ? undefined : encodeInlineString(tree.tokens, text);
  if (text === undefined || bytes === undefined) return undefined;
  return byteFix("Write it as an inline string", view, !hasForbidden(text), [
    { range: tokenRange(tree.tokens, token), bytes },
  ]);
}

/** A fix that removes a range of bytes. */
export function removeBytesFix(
  title: string,
  view: MessageView,
  range: { readonly start: number; readonly end: number },
  safe: boolean,
): ByteFix {
  return byteFix(title, view, safe, [{ range, bytes: new Uint8Array(0) }]);
}
