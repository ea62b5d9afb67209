import { countUp, type Tally } from "../bytes/tally";
import { type MaskedText, SECTION_ENDS } from "./mask";
import { type XmlProblem, xmlProblem } from "./problem";
import { findTagEnd } from "./tagEnd";

/** The start of a section, a closing tag (its name), or the start of an opening tag (its name). */
const MARKUP = /<!--|<!\[CDATA\[|<\?|<\/([^\s<>/]+)\s*>|<([^\s<>/!?][^\s<>/]*)/g;

/**
 * A text without the closing tags that close no open element. They are reported with their places and
 * replaced by white space.
 *
 * The parser treats a closing tag without an opening tag as the end of every open element, and then reports
 * everything after it. So the tags are scanned here, with the names of the open elements on a stack and a
 * count of each name on it. A closing tag whose name is not on the stack is stray, which one lookup shows.
 * Any other closing tag closes its element and everything inside it, as in the parser. Comments, CDATA
 * sections and instructions are skipped, because anything that looks like a tag there is text.
 */
export function maskStrayClosings(text: string): MaskedText {
  const problems: XmlProblem[] = [];
  const parts: string[] = [];
  const names = trackOpenNames();
  let behind = 0;
  MARKUP.lastIndex = 0;
  for (let match = MARKUP.exec(text); match !== null; match = MARKUP.exec(text)) {
    const [found, closing, opening] = match;
    if (opening !== undefined) {
      const end = findTagEnd(text, MARKUP.lastIndex);
      if (end < 0) continue; // text that is not a tag
      if (text.charAt(end - 2) !== "/") names.open(opening);
      MARKUP.lastIndex = end;
    } else if (closing === undefined) {
      const end = text.indexOf(SECTION_ENDS[found] ?? found, match.index + found.length);
      if (end < 0) break;
      MARKUP.lastIndex = end;
    } else if (!names.close(closing)) {
      problems.push(
        xmlProblem(`unmatched closing tag: ${closing}.`, {
          from: match.index,
          to: match.index + found.length,
        }),
      );
      parts.push(text.slice(behind, match.index), " ".repeat(found.length));
      behind = match.index + found.length;
    }
  }
  return { text: parts.join("") + text.slice(behind), problems };
}

interface OpenNames {
  readonly open: (name: string) => void;
  /**
   * Closes the innermost open element with a name, and everything inside it. Returns false and does nothing
   * if none is open.
   */
  readonly close: (name: string) => boolean;
}

function trackOpenNames(): OpenNames {
  const names: string[] = [];
  const counts: Tally<string> = new Map();
  return {
    open: (name) => {
      names.push(name);
      countUp(counts, name);
    },
    close: (name) => {
      if (!counts.get(name)) return false;
      for (let last = names.pop(); last !== undefined; last = names.pop()) {
        countUp(counts, last, -1);
        if (last === name) break;
      }
      return true;
    },
  };
}
