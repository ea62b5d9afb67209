import type { TextRange } from "../bytes/range";

const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([A-Za-z_][\w.:-]*)(?:"[^"]*"|'[^']*'|[^<>"'])*?(\/?)>/g;

/** The two tags of an element, as ranges of their names. */
export interface TagPair {
  readonly name: string;
  readonly open: TextRange;
  /** `undefined` where the element is an empty tag or never closed. */
  readonly close: TextRange | undefined;
  /** Whether it is an empty tag, `<a/>`. */
  readonly isEmpty: boolean;
}

/**
 * The element in whose tag name an offset lies, at its beginning, inside or at its end; `undefined`
 * elsewhere.
 */
export function tagPairAt(xml: string, offset: number): TagPair | undefined {
  return pairs(xml).find(
    ({ open, close }) => isAt(open, offset) || (close !== undefined && isAt(close, offset)),
  );
}

const isAt = ({ from, to }: TextRange, offset: number): boolean => from <= offset && offset <= to;

/**
 * The closing tag to put behind an opening tag whose `>` was just typed in front of an offset; "" where it
 * has one, or is none.
 */
export function closingFor(xml: string, offset: number): string {
  if (xml[offset - 1] !== ">") return "";
  const begun = xml.lastIndexOf("<", offset - 1);
  const pair = pairs(xml).find(({ open }) => open.from === begun + 1);
  return pair === undefined ||
    pair.isEmpty ||
    pair.close !== undefined ||
    xml.indexOf(">", pair.open.to) !== offset - 1
    ? ""
    : `</${pair.name}>`;
}

/**
 * All elements of a text that need not be well-formed. A closing tag belongs to the nearest open element of
 * its name.
 */
function pairs(xml: string): readonly TagPair[] {
  const all: { name: string; open: TextRange; close: TextRange | undefined; isEmpty: boolean }[] = [];
  const open: number[] = [];
  for (const match of xml.matchAll(MARKUP)) {
    const [, slash = "", name, end = ""] = match;
    if (name === undefined) continue;
    const from = match.index + 1 + slash.length;
    const range = { from, to: from + name.length };
    if (slash === "") {
      if (end === "") open.push(all.length);
      all.push({ name, open: range, close: undefined, isEmpty: end === "/" });
      continue;
    }
    const depth = open.findLastIndex((index) => all[index]?.name === name);
    const partner = depth < 0 ? undefined : all[open[depth] ?? -1];
    if (partner === undefined) continue;
    partner.close = range;
    open.length = depth;
  }
  return all;
}
