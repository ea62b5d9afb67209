import { countUp, type Tally } from "../bytes/tally";
import { type MaskedText, SECTION_ENDS } from "./mask";
import { type XmlProblem, xmlProblem } from "./problem";

/**
 * A section's beginning, a closing tag (its name), or an opening tag (its name); of what is no tag, as far as
 * the next `<`, nothing.
 */
const MARKUP =
  /<!--|<!\[CDATA\[|<\?|<\/([^\s<>/]+)\s*>|<([^\s<>/!?][^\s<>/]*)(?:"[^"<]*"|'[^'<]*'|[^"'<>])*>/g;

/**
 * A text without the closing tags that close nothing which is open. They are reported, each with its place,
 * and white space stands in for them.
 *
 * The parser takes a closing tag without an opening one for the end of everything that is open, and then
 * finds fault with all that follows. So the tags are scanned here with the names of the open elements kept
 * on a stack, and beside it how often each name is on it: a closing tag whose name is not there is stray, at
 * the cost of one look. Any other closes its element and all inside it, as the parser does. Comments, CDATA
 * sections and instructions are skipped, because what looks like a tag there is text.
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
      if (!found.endsWith("/>")) names.open(opening);
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
   * Closes the innermost open element of a name, with all inside it. False, and nothing done, where none is
   * open.
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
