import { type ElementEntry, elements } from "../eas/catalogue";
import { type Command, commands } from "../eas/commands";
import { type StatusEntry, statuses } from "../eas/statuses/statuses";

/** Something the documentation has under a word. */
export type DocHit =
  | { readonly kind: "element"; readonly title: string; readonly element: ElementEntry }
  | { readonly kind: "command"; readonly title: string; readonly command: Command }
  | {
      readonly kind: "status";
      readonly title: string;
      readonly command: string;
      readonly status: StatusEntry;
    };

const MOST = 60;

interface Scored {
  readonly score: number;
  readonly hit: DocHit;
}

/**
 * Elements, commands and statuses that a few words or a number name or speak of, the nearest first; at most
 * 60.
 */
export function searchDocs(query: string): DocHit[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const scored = [...elementHits(words), ...commandHits(words), ...statusHits(words)];
  return scored
    .toSorted((a, b) => b.score - a.score || a.hit.title.localeCompare(b.hit.title, "en"))
    .slice(0, MOST)
    .map(({ hit }) => hit);
}

/**
 * How well words fit a name and a text: each must be found; a whole name counts most, then its beginning,
 * then the text.
 */
function scoreOf(words: readonly string[], name: string, text: string): number {
  const lowerName = name.toLowerCase();
  const lowerText = text.toLowerCase();
  let score = 0;
  for (const word of words) {
    if (lowerName === word || lowerName.endsWith(`:${word}`)) score += 100;
    else if (lowerName.startsWith(word) || lowerName.includes(`:${word}`)) score += 40;
    else if (lowerName.includes(word)) score += 20;
    else if (lowerText.includes(word)) score += 5;
    else return 0;
  }
  return score;
}

function keep(score: number, hit: DocHit): Scored[] {
  return score > 0 ? [{ score, hit }] : [];
}

function elementHits(words: readonly string[]): Scored[] {
  return elements().flatMap((element) => {
    const title = element.key;
    const text = [
      element.summary,
      ...element.meanings.map((meaning) => meaning.text),
      ...(element.values ?? []).map(({ meaning }) => meaning),
    ].join(" ");
    return keep(scoreOf(words, title, text), { kind: "element", title, element });
  });
}

function commandHits(words: readonly string[]): Scored[] {
  return commands.flatMap((command) =>
    keep(scoreOf(words, command.name, command.summary), { kind: "command", title: command.name, command }),
  );
}

function statusHits(words: readonly string[]): Scored[] {
  const common = new Set<StatusEntry>();
  return commands.flatMap(({ name: command }) =>
    statuses(command).flatMap((status) => {
      if (common.has(status)) return []; // a status that all commands share is listed once
      common.add(status);
      const title = `${command} Status ${status.value} ${status.name}`;
      return keep(scoreOf(words, title, `${status.meaning} ${status.cause}`), {
        kind: "status",
        title,
        command,
        status,
      });
    }),
  );
}
