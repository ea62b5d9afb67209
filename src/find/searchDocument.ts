import type { TextRange } from "../bytes/range";
import { nodeAtByte } from "../document/locate";
import { elementName } from "../document/notation/names";
import type { LinkedDocument } from "../document/open";
import type { Pause } from "../formats/pace";
import { isElement, kindOf, nodeRange, pageOf, parentOf, TokenKind, tokenRange } from "../wbxml/tokenTable";
import { contentEnd, contentStart, hasContent, tagIdentity, tagNumberAt } from "../wbxml/tree";
import { hexBytesExcerpt } from "./bytesExcerpt";
import type { Collector } from "./collector";
import { type Decoded, decodedInside, rawText } from "./decoded";
import { placeOf } from "./elementPlace";
import { excerptOf, type Hit, type HitKind } from "./hit";
import { bytesOfText, isLeaf, isWholeValue, type LeafRun, leafRun } from "./leafText";
import type { TextMatcher } from "./matcher";
import { searchBytes } from "./searchBytes";
import type { Leaf, Wanted } from "./wanted";

/** One document while it is being searched. */
interface Scan {
  readonly document: LinkedDocument;
  readonly collector: Collector;
  readonly texts: readonly (readonly [leaf: number, matcher: TextMatcher])[];
  readonly names: readonly (readonly [leaf: number, wanted: Leaf])[];
  /** By tag, the terms that its name alone answers, and where in it. */
  readonly tags: Map<number, readonly TagMatch[]>;
  /** Called where of a long value only the beginning was decoded. */
  readonly onCut: () => void;
}

interface TagMatch {
  readonly leaf: number;
  readonly match: TextRange;
}

const BETWEEN_PAUSES = 1024;

/** Searches the tokens of a document for all terms of a query at once, then its bytes. */
export async function searchDocument(
  document: LinkedDocument,
  wanted: Wanted,
  collector: Collector,
  pause: Pause,
  onCut: () => void,
): Promise<void> {
  const texts = wanted.leaves.flatMap(({ matcher }, leaf) =>
    matcher === undefined ? [] : [[leaf, matcher] as const],
  );
  const names = wanted.leaves.flatMap((leaf, index) =>
    leaf.name === undefined ? [] : [[index, leaf] as const],
  );
  const scan: Scan = { document, collector, texts, names, tags: new Map(), onCut };
  if (texts.length > 0 || names.length > 0) await searchTokens(scan, pause);
  for (const [leaf, { term }] of wanted.leaves.entries()) {
    if (term.kind !== "bytes" || collector.isDone()) continue;
    const found = (start: number): boolean =>
      collector.take(leaf, () => bytesHit(document, start, term.values.length));
    await searchBytes(document.bytes, term, found, pause);
  }
}

async function searchTokens(scan: Scan, pause: Pause): Promise<void> {
  const { tokens } = scan.document.tree;
  let next = BETWEEN_PAUSES;
  for (let token = 0; token < tokens.count; token++) {
    if (isElement(tokens, token)) searchElement(scan, token);
    else if (isLeaf(scan.document, token)) {
      const run = leafRun(scan.document, token);
      const decoded = searchRun(scan, run);
      if (decoded instanceof Promise) searchDecoded(scan, run, await decoded);
      else searchDecoded(scan, run, decoded);
      token = run.end - 1;
    }
    if (token < next) continue;
    if (scan.collector.isDone()) return;
    next = token + BETWEEN_PAUSES;
    await pause(token / tokens.count, "elements");
  }
}

function searchElement(scan: Scan, element: number): void {
  const { tokens } = scan.document.tree;
  for (const { leaf, match } of tagMatches(scan, element))
    scan.collector.take(leaf, () => nameHit(scan.document, element, match));
  const isEmpty =
    !hasContent(tokens, element) || contentStart(tokens, element) >= contentEnd(tokens, element);
  if (isEmpty) searchValue(scan, element, "");
}

/** The terms that an element's name answers: texts in it, and names with no value asked for. */
function tagMatches(scan: Scan, element: number): readonly TagMatch[] {
  const { tokens } = scan.document.tree;
  const number = tagNumberAt(tokens, element);
  const isNamed = number >= 0;
  const known = isNamed ? scan.tags.get(number) : undefined;
  if (known !== undefined) return known;
  const name = elementName(scan.document, element);
  const matches: TagMatch[] = [];
  for (const [leaf, matcher] of scan.texts) {
    matcher(name, (match) => {
      matches.push({ leaf, match });
      return false; // once is enough to say so
    });
  }
  for (const [leaf, { name: fits, value }] of scan.names) {
    if (
      isNamed &&
      value === undefined &&
      fits?.(pageOf(tokens, element), tagIdentity(tokens, element)) === true
    )
      matches.push({ leaf, match: { from: 0, to: name.length } });
  }
  if (isNamed) scan.tags.set(number, matches);
  return matches;
}

function searchValue({ document, collector, names }: Scan, element: number, value: string): void {
  const { tokens } = document.tree;
  if (names.length === 0 || kindOf(tokens, element) !== TokenKind.Tag) return;
  for (const [leaf, { name, value: isAsked }] of names) {
    if (
      isAsked === undefined ||
      name?.(pageOf(tokens, element), tagIdentity(tokens, element)) !== true ||
      !isAsked(value)
    )
      continue;
    collector.take(leaf, () => valueHit(document, element, value));
  }
}

/**
 * Searches a value as it stands; what is inside it is left to be searched, and may take its time to be
 * decoded.
 */
function searchRun(scan: Scan, run: LeafRun): Decoded | Promise<Decoded> | undefined {
  const { document, collector, texts } = scan;
  const { tokens } = document.tree;
  const element = parentOf(tokens, run.first);
  const isWhole = isWholeValue(document, run);
  const { text } = run;
  if (text !== undefined && isWhole) searchValue(scan, element, text);
  if (texts.length === 0) return undefined;
  if (text !== undefined) {
    const place = bytesOfText(document, run);
    for (const [leaf, matcher] of texts) {
      matcher(text, (match) =>
        collector.take(leaf, () => textHit(document, element, text, match, place(match))),
      );
    }
  }
  return isWhole ? decodedInside(document, element, run) : undefined;
}

/** How much around a match tells that it is one the value as it stands shows as well. */
const AROUND = 12;

function searchDecoded(
  { document, collector, texts, onCut }: Scan,
  run: LeafRun,
  decoded: Decoded | undefined,
): void {
  if (decoded === undefined) return;
  if (decoded.isCut) onCut();
  if (decoded.texts.length === 0) return;
  const raw = rawText(document, run.text, run.range);
  const element = parentOf(document.tree.tokens, run.first);
  for (const { label, text } of decoded.texts) {
    for (const [leaf, matcher] of texts) {
      matcher(text, (match) => {
        if (
          run.text !== undefined &&
          raw.includes(text.slice(Math.max(0, match.from - AROUND), match.to + AROUND))
        )
          return true;
        const { element: name = "", path } = placeOf(document, element);
        const hit: Hit = {
          kind: "body",
          range: run.range,
          element: name,
          path: [...path, label],
          ...excerptOf(text, match.from, match.to),
        };
        return collector.take(leaf, () => hit);
      });
    }
  }
}

/** Elements whose text a person wrote: bodies of items, previews of them, whole messages. */
const BODIES: ReadonlySet<string> = new Set(["Data", "Body", "BodyPart", "Preview", "MIMEData", "Mime"]);

function textHit(
  document: LinkedDocument,
  element: number,
  text: string,
  match: TextRange,
  range: Hit["range"] & object,
): Hit {
  const kind: HitKind = element >= 0 && BODIES.has(elementName(document, element)) ? "body" : "value";
  return { kind, range, ...placeOf(document, element), ...excerptOf(text, match.from, match.to) };
}

function valueHit(document: LinkedDocument, element: number, value: string): Hit {
  return {
    kind: "value",
    range: nodeRange(document.tree.tokens, element),
    ...placeOf(document, element),
    ...excerptOf(value, 0, value.length),
  };
}

function nameHit(document: LinkedDocument, element: number, match: TextRange): Hit {
  const name = elementName(document, element);
  const range = tokenRange(document.tree.tokens, element);
  return { kind: "name", range, ...placeOf(document, element), excerpt: name, match };
}

function bytesHit(document: LinkedDocument, start: number, length: number): Hit {
  const { tokens } = document.tree;
  const node = nodeAtByte(document, start);
  const element = node < 0 || isElement(tokens, node) ? node : parentOf(tokens, node);
  return {
    kind: "bytes",
    range: { start, end: start + length },
    ...placeOf(document, element),
    ...hexBytesExcerpt(document.bytes, start, length),
  };
}
