import type { TextRange } from "../bytes/range";
import { scanMarkup } from "./markup";

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

/** The opening tags that are open, innermost last, and those of each name among them. */
interface OpenTags {
  readonly all: Writable<TagPair>[];
  readonly byName: Map<string, Writable<TagPair>[]>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Parses all elements of a text, which need not be well-formed. A closing tag closes the nearest open element
 * with its name, and ends everything inside it. Linear: a closing tag whose name is not open looks at none of
 * the open elements.
 */
function parseTagPairs(xml: string): readonly TagPair[] {
  const pairs: TagPair[] = [];
  const open: OpenTags = { all: [], byName: new Map() };
  for (const markup of scanMarkup(xml)) {
    if (markup.kind === "section") continue;
    const { name, isClosing, isEmpty } = markup;
    const from = markup.from + (isClosing ? 2 : 1);
    const range = { from, to: from + name.length };
    if (isClosing) {
      closeTag(open, name, range);
      continue;
    }
    const tag: Writable<TagPair> = { name, open: range, close: undefined, isEmpty };
    pairs.push(tag);
    if (isEmpty) continue;
    open.all.push(tag);
    getOrAdd(open.byName, name).push(tag);
  }
  return pairs;
}

function getOrAdd<T>(lists: Map<string, T[]>, name: string): T[] {
  const list = lists.get(name) ?? [];
  lists.set(name, list);
  return list;
}

function closeTag({ all, byName }: OpenTags, name: string, close: TextRange): void {
  const partner = byName.get(name)?.at(-1);
  if (partner === undefined) return;
  partner.close = close;
  for (let last = all.pop(); last !== undefined; last = all.pop()) {
    byName.get(last.name)?.pop();
    if (last === partner) return;
  }
}
