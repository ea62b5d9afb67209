import type { TextRange } from "../bytes/range";

const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([A-Za-z_][\w.:-]*)(?:"[^"]*"|'[^']*'|[^<>"'])*?(\/?)>/g;

/** The tags of an element, as the ranges of their names. */
export interface TagPair {
  readonly name: string;
  readonly open: TextRange;
  /** `undefined` for an empty-element tag, or if the element is never closed. */
  readonly close: TextRange | undefined;
  /** Whether it is an empty-element tag, `<a/>`. */
  readonly isEmpty: boolean;
}

/** The element with an offset in, or at either end of, one of its tag names; `undefined` if there is none. */
export function tagPairAt(xml: string, offset: number): TagPair | undefined {
  return parseTagPairs(xml).find(
    ({ open, close }) => isAt(open, offset) || (close !== undefined && isAt(close, offset)),
  );
}

const isAt = ({ from, to }: TextRange, offset: number): boolean => from <= offset && offset <= to;

/**
 * The closing tag to insert after an opening tag whose `>` was just typed before the offset; "" if there is
 * no such tag, or it is already closed.
 */
export function getClosingTag(xml: string, offset: number): string {
  if (xml[offset - 1] !== ">") return "";
  const start = xml.lastIndexOf("<", offset - 1);
  const pair = parseTagPairs(xml).find(({ open }) => open.from === start + 1);
  return pair === undefined ||
    pair.isEmpty ||
    pair.close !== undefined ||
    xml.indexOf(">", pair.open.to) !== offset - 1
    ? ""
    : `</${pair.name}>`;
}

/**
 * Parses all elements of a text, which need not be well-formed. A closing tag closes the nearest open element
 * with its name.
 */
function parseTagPairs(xml: string): readonly TagPair[] {
  const all: { name: string; open: TextRange; close: TextRange | undefined; isEmpty: boolean }[] = [];
  const open: (typeof all)[number][] = [];
  for (const match of xml.matchAll(MARKUP)) {
    const [, slash = "", name, end = ""] = match;
    if (name === undefined) continue;
    const from = match.index + 1 + slash.length;
    const range = { from, to: from + name.length };
    if (slash === "") {
      const tag = { name, open: range, close: undefined, isEmpty: end === "/" };
      if (end === "") open.push(tag);
      all.push(tag);
      continue;
    }
    const depth = open.findLastIndex((tag) => tag.name === name);
    const partner = open[depth];
    if (partner === undefined) continue;
    partner.close = range;
    open.length = depth;
  }
  return all;
}
