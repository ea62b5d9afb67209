import type { DocHit } from "../../assist/searchDocs";
import type { Conversation, Exchange } from "../../session/conversations";
import type { Inspector } from "../../store/inspector";
import { getTitle, isDoable, type MenuCommand } from "../kit/commands/menuCommand";
import { menuCommands } from "./menuCommands";
import { menuTitles } from "./menuTitles";
import { omniboxCommand } from "./omniboxCommands";

/** A section of the omnibox: its title, and what can be chosen in it. */
export interface OmniboxSection<T> {
  readonly title: string;
  readonly hits: readonly T[];
}

/** Whether a text contains all words, in any case and order. */
function containsAll(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}

/** The words of a query, in lower case. */
export function splitWords(query: string): readonly string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** The commands that can be run now and whose menu, title and hint contain all words, by menu. */
export function findCommands(
  words: readonly string[],
  state: Inspector,
): readonly OmniboxSection<MenuCommand>[] {
  const doable = menuCommands
    .filter((command) => command.id !== omniboxCommand.id && isDoable(command, state))
    .map((command) => ({ ...command, title: getTitle(command, state) }));
  return Object.entries(menuTitles)
    .map(([menu, title]) => ({
      title,
      hits: doable.filter(
        (command) =>
          command.menu === menu && containsAll(`${title} ${command.title} ${command.hint ?? ""}`, words),
      ),
    }))
    .filter(({ hits }) => hits.length > 0);
}

const MAX_EXCHANGES = 8;

/** An exchange that was found, and the words by which it is shown. */
export interface ExchangeHit {
  readonly exchange: Exchange;
  readonly title: string;
}

/** The first exchanges whose number, command or folder contain all words; none without words. */
export function findExchanges(
  words: readonly string[],
  conversations: readonly Conversation[],
): readonly ExchangeHit[] {
  const found: ExchangeHit[] = [];
  if (words.length === 0) return found;
  for (const { exchanges } of conversations)
    for (const exchange of exchanges) {
      const title = nameExchange(exchange);
      if (containsAll(title, words)) found.push({ exchange, title });
      if (found.length === MAX_EXCHANGES) return found;
    }
  return found;
}

/** "#7 Sync Inbox". */
function nameExchange({ name, command, folders }: Exchange): string {
  const names = folders.map((folder) => folder.name ?? folder.id).join(", ");
  return [`#${name}`, command, names].filter((word) => word !== undefined && word !== "").join(" ");
}

const KINDS = { element: "Element", command: "Command of EAS", status: "Status" } as const;

/** What a hit of the documentation is, in a word or two. */
export function nameDocKind({ kind }: DocHit): string {
  return KINDS[kind];
}
