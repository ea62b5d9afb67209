import { spec } from "../../../eas/elements/element";
import { kindOf, startOf, TokenKind, type TokenTable, tokenRange } from "../../../wbxml/tokenTable";
import { hasForbidden } from "../../../xml/write";
import { encodeInlineString, isInAttributes } from "../../facts/wbxml/inlineString";
import { byteFix } from "../../fix";
import type { ByteFix, Report, Rule } from "../../rule";
import type { MessageView } from "../../view";

// local names for the loops over all tokens
const { InlineString, TableString, Entity, SwitchPage, End } = TokenKind;

function isText(tokens: TokenTable, token: number): boolean {
  const kind = kindOf(tokens, token);
  return kind === InlineString || kind === TableString || kind === Entity;
}

/** Finds the nearest token before (-1) or after (1) this one that is not a SWITCH_PAGE. */
function findNeighbour(tokens: TokenTable, token: number, step: 1 | -1): number {
  let next = token + step;
  while (kindOf(tokens, next) === SwitchPage) next += step;
  return next;
}

/**
 * A fix that replaces all pieces with one string, in place of the first; `undefined` if a piece is not text
 * or can't be written in a string.
 */
function joinPiecesFix(view: MessageView, pieces: readonly number[]): ByteFix | undefined {
  const { tree } = view.document;
  const texts = pieces.map((token) => tree.text(token));
  if (texts.includes(undefined)) return undefined;
  const text = texts.join("");
  const bytes = encodeInlineString(tree.tokens, text);
  if (bytes === undefined) return undefined;
  const patches = pieces.map((token, i) => ({
    range: tokenRange(tree.tokens, token),
    bytes: i === 0 ? bytes : new Uint8Array(0),
  }));
  return byteFix("Write it as one string", view, !hasForbidden(text), patches);
}

/** Reports the pieces that begin with a token, if there is more than one. */
function reportPieces(view: MessageView, token: number, report: Report): void {
  const { tokens } = view.document.tree;
  let next = findNeighbour(tokens, token, 1);
  if (
    !isText(tokens, next) ||
    isInAttributes(tokens, token) ||
    isText(tokens, findNeighbour(tokens, token, -1))
  )
    return;
  const pieces = [token];
  for (; isText(tokens, next); next = findNeighbour(tokens, next, 1)) pieces.push(next);
  const fix = joinPiecesFix(view, pieces);
  const range = { start: startOf(tokens, token), end: startOf(tokens, (pieces.at(-1) ?? token) + 1) };
  const holder = view.parent(token);
  report(holder, "split", {
    data: { element: view.key(holder) ?? "This element", count: String(pieces.length) },
    range,
    ...(fix && { fixes: [fix] }),
  });
}

/** Text in more than one piece. */
export const splitText: Rule = {
  id: "wbxml/split-text",
  title: "Text in several pieces",
  severity: "warning",
  spec: spec("MS-ASDTYPE 2.7"),
  why:
    "The grammar allows several strings in a row, but parsers that expect one string per value read " +
    "only the first or the last, and lose the rest.",
  messages: { split: "The text of {element} is in {count} pieces. Write it as one inline string." },
  message: (view, report) => {
    const { tokens } = view.document.tree;
    const { kind, count } = tokens;
    for (let token = 0; token < count; token++) {
      if (kind[token + 1] !== End && isText(tokens, token)) reportPieces(view, token, report);
    }
  },
  examples: [
    { title: "one string", messages: ["03 01 6A 00 45 03 41 42 00 01"], finds: [] },
    {
      title: "two",
      messages: ["03 01 6A 00 45 03 41 00 03 42 00 01"],
      finds: ["split"],
      fixedHex: "03 01 6A 00 45 03 41 42 00 01",
    },
    {
      title: "a string, an ENTITY, a string",
      messages: ["03 01 6A 00 45 03 41 00 02 81 20 03 42 00 01"],
      finds: ["split"],
      fixedHex: "03 01 6A 00 45 03 41 C2 A0 42 00 01",
    },
    {
      title: "strings in separate elements",
      messages: ["03 01 6A 00 45 03 41 00 05 03 42 00 01"],
      finds: [],
    },
  ],
};
