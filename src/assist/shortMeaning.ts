import type { LinkedDocument } from "../document/open";
import { onlyLeaf } from "../document/rows";
import { isCommandStatus } from "../eas/statuses/statuses";
import { findCodePage } from "../eas/values/codePageNames";
import { readElements } from "../session/elements";
import type { MessageFacts } from "../session/messageContext";
import { findMeaning, findStatusOfElement } from "./explain";

/** What the first words of a meaning in the catalogue would not say as briefly. */
const BRIEFLY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "AirSync:FilterType": {
    "0": "all",
    "1": "1 day",
    "2": "3 days",
    "3": "1 week",
    "4": "2 weeks",
    "5": "1 month",
    "6": "3 months",
    "7": "6 months",
    "8": "incomplete tasks",
  },
  "AirSync:Conflict": { "0": "client wins", "1": "server wins" },
  "AirSync:Truncation": { "9": "no truncation" },
  "AirSync:MIMETruncation": { "8": "no truncation" },
  "Email:Read": { "0": "unread", "1": "read" },
};

/** Elements whose values are named as people see them. */
const TITLES: ReadonlySet<string> = new Set(["FolderHierarchy:Type"]);

/** Only numbers are told in words: a longer one is a key or a size. */
const NUMBER = /^-?\d{1,5}$/;
/** Names, and words that are written with capitals. */
const CAPITAL =
  /^(?:[A-Z][A-Z\d-]|[A-Z][a-z]*-|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|Bluetooth|Chinese|Gregorian|Hebrew|Hijri|Japanese|Korean|Saka|Taiwan|Thai|Um )/;

/**
 * What the number in an element means, in a word or two, as a row of the tree has room for: "InvalidSyncKey",
 * "3 months". `undefined` for other values, and for numbers that need no words.
 */
export function findShortMeaning(
  document: LinkedDocument,
  node: number,
  known: MessageFacts = {},
): string | undefined {
  const { tree } = document;
  const leaf = onlyLeaf(tree.tokens, node);
  if (leaf < 0) return undefined;
  const { start, end } = tree.data(leaf);
  const text = end - start > 6 ? undefined : tree.text(leaf);
  const element = readElements(document).entry(node);
  if (text === undefined || element === undefined || !NUMBER.test(text)) return undefined;
  if (isCommandStatus(element)) return findStatusOfElement(document, node, text, known)?.name;
  if (element.key === "Email:InternetCPID") return nameCodePage(text);
  const brief = BRIEFLY[element.key]?.[text];
  if (brief !== undefined) return brief;
  const values = [...(findMeaning(document, node, element, known)?.values ?? []), ...(element.values ?? [])];
  const meaning = values.find(({ value }) => value === text)?.meaning;
  return meaning === undefined ? undefined : takeFirstWords(meaning, TITLES.has(element.key));
}

/** The words of a sentence up to its first comma or colon, as they stand after something else. */
function takeFirstWords(sentence: string, isTitle: boolean): string {
  const [words = ""] = sentence.split(/[.,;:(](?=\s|$|\w+[),])/, 1);
  const trimmed = words.trim();
  const keeps = isTitle || CAPITAL.test(trimmed);
  return keeps ? trimmed : trimmed.charAt(0).toLowerCase() + trimmed.slice(1);
}

/** "Windows-1252", "UTF-8". */
function nameCodePage(number: string): string | undefined {
  const charset = findCodePage(Number(number))?.charset;
  return charset?.replace(/^(?:utf|iso|us|ibm)/, (name) => name.toUpperCase()).replace(/^windows/, "Windows");
}
