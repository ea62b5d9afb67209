import type { TextRange } from "../bytes/range";
import { MOST_PROBLEMS, type XmlProblem, xmlProblem } from "./problem";

/**
 * A text with nothing in it that derails the parser. It has the same length and the same positions as the
 * original text.
 */
export interface MaskedText {
  readonly text: string;
  readonly problems: readonly XmlProblem[];
}

const STAND_IN = "\ufffd";
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const BARE_AMPERSAND = /&(?!#[0-9]+;|#x[0-9A-Fa-f]+;|[A-Za-z_:][\w:.-]*;)/;

/**
 * What starts a section where an ampersand is an ordinary character, or an ampersand that does not start a
 * reference.
 */
const SECTION_OR_AMPERSAND = /<!--|<!\[CDATA\[|<\?|&(?!#[0-9]+;|#x[0-9A-Fa-f]+;|[A-Za-z_:][\w:.-]*;)/g;
/** The start and end of sections where markup is text. */
export const SECTION_ENDS: Readonly<Record<string, string>> = {
  "<!--": "-->",
  "<![CDATA[": "]]>",
  "<?": "?>",
};

/**
 * Two violations hide everything after them from the parser: a lone surrogate, which it takes for half of a
 * pair, and an ampersand that does not start a reference, after which it looks for a semicolon to the end of
 * the text. Both are reported here with their places, up to the first thousand, and then replaced by other
 * characters.
 */
export function maskText(text: string): MaskedText {
  const problems: XmlProblem[] = [];
  const mask = (said: string, from: number): string => {
    const range: TextRange = { from, to: from + 1 };
    if (problems.length < MOST_PROBLEMS) problems.push(xmlProblem(said, range));
    return STAND_IN;
  };
  let masked = text;
  if (!text.isWellFormed())
    masked = masked.replace(LONE_SURROGATE, (_, from: number) => mask("disallowed character.", from));
  if (BARE_AMPERSAND.test(masked)) masked = maskAmpersands(masked, (from) => mask("undefined entity.", from));
  return { text: masked, problems };
}

/**
 * The text with each ampersand that does not start a reference replaced by another character. Sections are
 * left unchanged; a section that is not closed does not count.
 */
function maskAmpersands(text: string, mask: (from: number) => string): string {
  const parts: string[] = [];
  const unclosed = new Set<string>();
  let behind = 0;
  SECTION_OR_AMPERSAND.lastIndex = 0;
  for (let match = SECTION_OR_AMPERSAND.exec(text); match !== null; match = SECTION_OR_AMPERSAND.exec(text)) {
    const [found] = match;
    const end = SECTION_ENDS[found];
    if (end === undefined) {
      parts.push(text.slice(behind, match.index), mask(match.index));
      behind = match.index + found.length;
    } else if (!unclosed.has(end)) {
      const closed = text.indexOf(end, match.index + found.length);
      if (closed < 0) unclosed.add(end);
      else SECTION_OR_AMPERSAND.lastIndex = closed + end.length;
    }
  }
  return parts.join("") + text.slice(behind);
}
