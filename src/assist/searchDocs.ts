import { type ElementEntry, elements } from "../eas/catalogue";
import { type Command, commands } from "../eas/commands";
import { type StatusEntry, statuses } from "../eas/statuses/statuses";

/** A search result in the documentation. */
export type DocHit =
  | { readonly kind: "element"; readonly title: string; readonly element: ElementEntry }
  | { readonly kind: "command"; readonly title: string; readonly command: Command }
  | {
      readonly kind: "status";
      readonly title: string;
      readonly command: string;
      readonly status: StatusEntry;
    };

const MAX_HITS = 60;

interface ScoredHit {
  readonly score: number;
  readonly hit: DocHit;
}

/**
 * Finds elements, commands and statuses whose name or description matches all words (or a number), the best
 * match first; at most 60.
 */
export function searchDocs(query: string): DocHit[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const scored = [...findElements(words), ...findCommands(words), ...findStatuses(words)];
  return scored
    .toSorted((a, b) => b.score - a.score || a.hit.title.localeCompare(b.hit.title, "en"))
    .slice(0, MAX_HITS)
    .map(({ hit }) => hit);
}

/**
 * Scores how well words match a name and a text. Every word has to match; the whole name scores highest, then
 * its start, then part of it, then the text.
 */
function scoreMatch(words: readonly string[], name: string, text: string): number {
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

function keepScored(score: number, hit: DocHit): ScoredHit[] {
  return score > 0 ? [{ score, hit }] : [];
}

function findElements(words: readonly string[]): ScoredHit[] {
  return elements().flatMap((element) => {
    const title = element.key;
    const text = [
      element.summary,
      ...element.meanings.map((meaning) => meaning.text),
      ...(element.values ?? []).map(({ meaning }) => meaning),
    ].join(" ");
    return keepScored(scoreMatch(words, title, text), { kind: "element", title, element });
  });
}

function findCommands(words: readonly string[]): ScoredHit[] {
  return commands.flatMap((command) =>
    keepScored(scoreMatch(words, command.name, command.summary), {
      kind: "command",
      title: command.name,
      command,
    }),
  );
}

function findStatuses(words: readonly string[]): ScoredHit[] {
  const common = new Set<StatusEntry>();
  return commands.flatMap(({ name: command }) =>
    statuses(command).flatMap((status) => {
      if (common.has(status)) return []; // list a status that all commands share only once
      common.add(status);
      const title = `${command} Status ${status.value} ${status.name}`;
      return keepScored(scoreMatch(words, title, `${status.meaning} ${status.cause}`), {
        kind: "status",
        title,
        command,
        status,
      });
    }),
  );
}
