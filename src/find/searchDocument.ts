import type { TextRange } from "../bytes/range";
import { nodeAtByte } from "../document/locate";
import { elementName } from "../document/notation/names";
import type { LinkedDocument } from "../document/open";
import type { Pause } from "../formats/pace";
import { listStatusElements } from "../session/statuses";
import { isElement, kindOf, nodeRange, pageOf, parentOf, TokenKind, tokenRange } from "../wbxml/tokenTable";
import { contentEnd, contentStart, hasContent, tagIdentity, tagNumberAt } from "../wbxml/tree";
import { excerptBytes } from "./bytesExcerpt";
import type { CaptureFacts, KnownStatus } from "./captureFacts";
import type { Collector } from "./collector";
import { type DecodedValue, decodeValue, readRawText } from "./decodeValue";
import { describePlace } from "./elementPlace";
import { excerptText, type Hit, type HitKind } from "./hit";
import { createTextLocator, isLeaf, isWholeValue, type LeafRun, readLeafRun } from "./leafText";
import type { TextMatcher } from "./matcher";
import type { PreparedQuery, PreparedTerm } from "./prepareQuery";
import { searchBytes } from "./searchBytes";

/** A document to search, and what is known about its capture. */
export interface SearchedDocument {
  readonly document: LinkedDocument;
  readonly facts: CaptureFacts;
}

/** The state of the search in one document. */
interface DocumentSearch extends SearchedDocument {
  readonly collector: Collector;
  readonly texts: readonly (readonly [index: number, matcher: TextMatcher])[];
  readonly names: readonly (readonly [index: number, wanted: PreparedTerm])[];
  /** The terms that match the name of a tag, by tag, and where in the name. */
  readonly tags: Map<number, readonly TagMatch[]>;
  /** Called if only the beginning of a long value was decoded. */
  readonly onCut: () => void;
}

interface TagMatch {
  readonly index: number;
  readonly match: TextRange;
}

const TOKENS_BETWEEN_PAUSES = 1024;

/** Searches the tokens of a document for all terms of a query in one pass, then its bytes. */
export async function searchDocument(
  { document, facts }: SearchedDocument,
  prepared: PreparedQuery,
  collector: Collector,
  pause: Pause,
  onCut: () => void,
): Promise<void> {
  const texts = prepared.terms.flatMap(({ matcher }, index) =>
    matcher === undefined ? [] : [[index, matcher] as const],
  );
  const names = prepared.terms.flatMap((term, index) =>
    term.name === undefined ? [] : [[index, term] as const],
  );
  const search: DocumentSearch = { document, facts, collector, texts, names, tags: new Map(), onCut };
  if (texts.length > 0 || names.length > 0) await searchTokens(search, pause);
  searchStatuses(search, prepared);
  for (const [index, { term }] of prepared.terms.entries()) {
    if (term.kind !== "bytes" || collector.isDone()) continue;
    const onMatch = (start: number): boolean =>
      collector.recordHit(index, () => createBytesHit(document, start, term.values.length));
    await searchBytes(document.bytes, term, onMatch, pause);
  }
}

async function searchTokens(search: DocumentSearch, pause: Pause): Promise<void> {
  const { tokens } = search.document.tree;
  let next = TOKENS_BETWEEN_PAUSES;
  for (let token = 0; token < tokens.count; token++) {
    if (isElement(tokens, token)) searchElement(search, token);
    else if (isLeaf(search.document, token)) {
      const run = readLeafRun(search.document, token);
      const decoded = searchRun(search, run);
      if (decoded instanceof Promise) searchDecoded(search, run, await decoded);
      else searchDecoded(search, run, decoded);
      token = run.end - 1;
    }
    if (token < next) continue;
    if (search.collector.isDone()) return;
    next = token + TOKENS_BETWEEN_PAUSES;
    await pause(token / tokens.count, "elements");
  }
}

function searchStatuses({ document, facts, collector }: DocumentSearch, { terms }: PreparedQuery): void {
  if (!terms.some(({ status }) => status !== undefined)) return;
  const { command, direction, version } = facts;
  for (const { node, value, entry } of listStatusElements({ document, command, direction, version })) {
    const known = { value, ...(entry !== undefined && { name: entry.name }) };
    for (const [index, { status }] of terms.entries())
      if (status?.(known) === true) collector.recordHit(index, () => createStatusHit(document, node, known));
  }
}

function searchElement(search: DocumentSearch, element: number): void {
  const { tokens } = search.document.tree;
  for (const { index, match } of matchTag(search, element))
    search.collector.recordHit(index, () => createNameHit(search.document, element, match));
  const isEmpty =
    !hasContent(tokens, element) || contentStart(tokens, element) >= contentEnd(tokens, element);
  if (isEmpty) searchValue(search, element, "");
}

/** The terms that match an element's name: text in the name, and names without a value to compare. */
function matchTag(search: DocumentSearch, element: number): readonly TagMatch[] {
  const { tokens } = search.document.tree;
  const number = tagNumberAt(tokens, element);
  const isNamed = number >= 0;
  const known = isNamed ? search.tags.get(number) : undefined;
  if (known !== undefined) return known;
  const name = elementName(search.document, element);
  const matches: TagMatch[] = [];
  for (const [index, matcher] of search.texts) {
    matcher(name, (match) => {
      matches.push({ index, match });
      return false; // one match is enough
    });
  }
  for (const [index, { name: testName, value, folder }] of search.names) {
    if (
      isNamed &&
      value === undefined &&
      folder === undefined &&
      testName?.(pageOf(tokens, element), tagIdentity(tokens, element)) === true
    )
      matches.push({ index, match: { from: 0, to: name.length } });
  }
  if (isNamed) search.tags.set(number, matches);
  return matches;
}

function searchValue(
  { document, facts, collector, names }: DocumentSearch,
  element: number,
  value: string,
): void {
  const { tokens } = document.tree;
  if (names.length === 0 || kindOf(tokens, element) !== TokenKind.Tag) return;
  for (const [index, { name, value: testValue, folder: testFolder }] of names) {
    if (name?.(pageOf(tokens, element), tagIdentity(tokens, element)) !== true) continue;
    const fits = testFolder === undefined ? testValue?.(value) : testFolder(value, facts.folders);
    if (fits !== true) continue;
    collector.recordHit(index, () => createValueHit(document, element, value));
  }
}

/**
 * Searches a value as it appears, and returns its decoded content, which still has to be searched and may
 * take time to decode.
 */
function searchRun(search: DocumentSearch, run: LeafRun): DecodedValue | Promise<DecodedValue> | undefined {
  const { document, collector, texts } = search;
  const { tokens } = document.tree;
  const element = parentOf(tokens, run.first);
  const isWhole = isWholeValue(document, run);
  const { text } = run;
  if (text !== undefined && isWhole) searchValue(search, element, text);
  if (texts.length === 0) return undefined;
  if (text !== undefined) {
    const locate = createTextLocator(document, run);
    for (const [index, matcher] of texts) {
      matcher(text, (match) =>
        collector.recordHit(index, () => createTextHit(document, element, text, match, locate(match))),
      );
    }
  }
  return isWhole ? decodeValue(document, element, run) : undefined;
}

/** How many characters around a match to compare when checking whether the value itself already shows it. */
const CONTEXT_LENGTH = 12;

function searchDecoded(
  { document, collector, texts, onCut }: DocumentSearch,
  run: LeafRun,
  decoded: DecodedValue | undefined,
): void {
  if (decoded === undefined) return;
  if (decoded.isCut) onCut();
  if (decoded.texts.length === 0) return;
  const raw = readRawText(document, run.text, run.range);
  const element = parentOf(document.tree.tokens, run.first);
  for (const { label, text } of decoded.texts) {
    for (const [index, matcher] of texts) {
      matcher(text, (match) => {
        if (
          run.text !== undefined &&
          raw.includes(text.slice(Math.max(0, match.from - CONTEXT_LENGTH), match.to + CONTEXT_LENGTH))
        )
          return true;
        const { element: name = "", path } = describePlace(document, element);
        const hit: Hit = {
          kind: "body",
          range: run.range,
          element: name,
          path: [...path, label],
          ...excerptText(text, match.from, match.to),
        };
        return collector.recordHit(index, () => hit);
      });
    }
  }
}

/** Elements whose text is written by users: bodies of items, their previews, whole messages. */
const BODIES: ReadonlySet<string> = new Set(["Data", "Body", "BodyPart", "Preview", "MIMEData", "Mime"]);

function createTextHit(
  document: LinkedDocument,
  element: number,
  text: string,
  match: TextRange,
  range: Hit["range"] & object,
): Hit {
  const kind: HitKind = element >= 0 && BODIES.has(elementName(document, element)) ? "body" : "value";
  return { kind, range, ...describePlace(document, element), ...excerptText(text, match.from, match.to) };
}

function createValueHit(document: LinkedDocument, element: number, value: string): Hit {
  return {
    kind: "value",
    range: nodeRange(document.tree.tokens, element),
    ...describePlace(document, element),
    ...excerptText(value, 0, value.length),
  };
}

function createStatusHit(document: LinkedDocument, element: number, { value, name }: KnownStatus): Hit {
  const number = String(value);
  const text = name === undefined ? number : `${number} ${name}`;
  return { ...createValueHit(document, element, text), ...excerptText(text, 0, number.length) };
}

function createNameHit(document: LinkedDocument, element: number, match: TextRange): Hit {
  const name = elementName(document, element);
  const range = tokenRange(document.tree.tokens, element);
  return { kind: "name", range, ...describePlace(document, element), excerpt: name, match };
}

function createBytesHit(document: LinkedDocument, start: number, length: number): Hit {
  const { tokens } = document.tree;
  const node = nodeAtByte(document, start);
  const element = node < 0 || isElement(tokens, node) ? node : parentOf(tokens, node);
  return {
    kind: "bytes",
    range: { start, end: start + length },
    ...describePlace(document, element),
    ...excerptBytes(document.bytes, start, length),
  };
}
