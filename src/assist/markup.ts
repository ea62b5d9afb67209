import { findTagEnd } from "../xml/tagEnd";

/** A tag or a section of a text that need not be well-formed. */
export type Markup = TagMarkup | SectionMarkup;

interface TagMarkup {
  readonly kind: "tag";
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly isClosing: boolean;
  /** Whether it is an empty-element tag, `<a/>`. */
  readonly isEmpty: boolean;
  /** What stands between the name and the end of the tag. */
  readonly attributes: string;
}

/**
 * A comment, a CDATA section or a processing instruction; up to the end of the text if it is never closed.
 */
interface SectionMarkup {
  readonly kind: "section";
  readonly from: number;
  readonly to: number;
  readonly isClosed: boolean;
}

const START = /<!--|<!\[CDATA\[|<\?|<(\/?)([A-Za-z_][\w.:-]*)/g;
const SECTION_ENDS: Readonly<Record<string, string>> = { "<!--": "-->", "<![CDATA[": "]]>", "<?": "?>" };

/** The tags and sections of a text from a place on, in order; what is neither is skipped. Linear. */
export function* scanMarkup(xml: string, from = 0): Generator<Markup, undefined> {
  let at = from;
  for (;;) {
    START.lastIndex = at; // set each time: another scan may have moved it since
    const start = START.exec(xml);
    if (start === null) return;
    const [found, slash = "", name] = start;
    const after = start.index + found.length;
    const markup =
      name === undefined
        ? readSection(xml, start.index, found)
        : readTag(xml, start.index, after, name, slash);
    at = markup?.to ?? after;
    if (markup !== undefined) yield markup;
  }
}

function readSection(xml: string, from: number, opening: string): SectionMarkup {
  const closing = SECTION_ENDS[opening] ?? opening;
  const end = xml.indexOf(closing, from + opening.length);
  return end < 0
    ? { kind: "section", from, to: xml.length, isClosed: false }
    : { kind: "section", from, to: end + closing.length, isClosed: true };
}

function readTag(
  xml: string,
  from: number,
  afterName: number,
  name: string,
  slash: string,
): TagMarkup | undefined {
  const to = findTagEnd(xml, afterName);
  if (to < 0) return undefined;
  const isEmpty = xml.charAt(to - 2) === "/";
  const attributes = xml.slice(afterName, to - (isEmpty ? 2 : 1));
  return { kind: "tag", from, to, name, isClosing: slash === "/", isEmpty, attributes };
}
