import { utf8 } from "../bytes/text";
import type { LinkedDocument } from "../document/open";
import { openWithinLimits } from "../document/openWithinLimits";
import { TooLargeError } from "../document/size";
import { easCodeSpace } from "../eas/codeSpace";
import type { HttpFacts } from "../formats/format";
import type { Pause } from "../formats/pace";
import { inferContext } from "../session/context";
import { messageContext } from "../session/messageContext";
import { excerptBytes } from "./bytesExcerpt";
import type { CaptureFacts } from "./captureFacts";
import { type Collector, createCollector } from "./collector";
import { excerptText, type Hit, type HitKind } from "./hit";
import type { PreparedQuery } from "./prepareQuery";
import { searchBytes } from "./searchBytes";
import { searchDocument } from "./searchDocument";
import { readContent, readFacts, type SearchedCapture } from "./searchedCapture";

/** The hits in one capture. */
export interface CaptureHits {
  readonly hits: readonly Hit[];
  /** Whether only the beginning of a long value was decoded. */
  readonly isCut: boolean;
  /** Whether the payload was too large to be decoded, so that its elements were not searched. */
  readonly isTooLarge: boolean;
}

/**
 * Finds the places in a capture that match a query, at most `limit`; `[]` if the capture as a whole does not
 * match. Decodes the payload only if the properties of the capture leave the result open.
 */
export async function searchCapture(
  searched: SearchedCapture,
  prepared: PreparedQuery,
  limit: number,
  pause: Pause,
): Promise<CaptureHits> {
  const collector = createCollector(prepared, limit);
  const known = readFacts(searched);
  recordFacts(prepared, collector, known);
  if (collector.evaluate(false) === false) return { hits: [], isCut: false, isTooLarge: false };
  searchHttp(prepared, collector, searched);
  for (const [index, part] of (searched.parts ?? []).entries())
    await searchPart(prepared, collector, part, `part ${index + 1}`, pause);
  let isCut = false;
  const content = readContent(searched);
  let document: LinkedDocument | undefined;
  if (content.kind === "payload") {
    document = openIfPossible(content.bytes);
    const facts = document === undefined ? known : inferFacts(prepared, known, document);
    recordFacts(prepared, collector, facts);
    if (document !== undefined && collector.evaluate(false) !== false)
      await searchDocument({ document, facts }, prepared, collector, pause, () => (isCut = true));
  }
  const isTooLarge = content.kind === "payload" && document === undefined;
  const text =
    content.kind === "text"
      ? content.text
      : searched.isDraft || content.bytes.length === 0
        ? content.xml
        : undefined;
  if (text !== undefined)
    searchText(prepared, collector, "text", text, [content.kind === "text" ? "body" : "draft"]);
  if (content.kind === "text") await searchBodyBytes(prepared, collector, searched, pause);
  if (collector.evaluate(true) !== true) return { hits: [], isCut, isTooLarge };
  const hits = collector.hits();
  return { hits: hits.length > 0 ? hits : [createMessageHit(searched, document)], isCut, isTooLarge };
}

/** `undefined` if the payload is too large to be decoded. */
function openIfPossible(bytes: Uint8Array): LinkedDocument | undefined {
  try {
    return openWithinLimits(bytes, easCodeSpace);
  } catch (error) {
    if (error instanceof TooLargeError) return undefined;
    throw error;
  }
}

/** What is known about a capture once its document is open: its elements tell what nothing else does. */
function inferFacts({ terms }: PreparedQuery, known: CaptureFacts, document: LinkedDocument): CaptureFacts {
  const isKnown = known.command !== undefined && known.direction !== undefined;
  if (isKnown || !terms.some(({ fact }) => fact !== undefined)) return known;
  const { command, direction } = messageContext({ http: known, elements: inferContext(document) });
  return { ...known, command, direction };
}

function recordFacts({ terms }: PreparedQuery, collector: Collector, facts: CaptureFacts): void {
  terms.forEach(({ fact }, index) => {
    const holds = fact?.(facts);
    if (holds !== undefined) collector.recordFact(index, holds);
  });
}

/** Searches what surrounds the payload: URL and headers. */
function searchHttp(prepared: PreparedQuery, collector: Collector, { http }: SearchedCapture): void {
  if (http === undefined) return;
  if (http.url !== undefined) searchText(prepared, collector, "url", http.url, ["URL"]);
  for (const [name, value] of listHeaders(http))
    searchText(prepared, collector, "header", `${name}: ${value}`, [name]);
}

function listHeaders({
  headers,
  reason,
  status,
}: HttpFacts): readonly (readonly [name: string, value: string])[] {
  return reason === undefined || reason === ""
    ? headers
    : [["Status line", `${status ?? ""} ${reason}`], ...headers];
}

function searchText(
  { terms: leaves }: PreparedQuery,
  collector: Collector,
  kind: HitKind,
  text: string,
  path: readonly string[],
): void {
  leaves.forEach(({ matcher }, index) =>
    matcher?.(text, ({ from, to }) =>
      collector.recordHit(index, () => ({ kind, path, ...excerptText(text, from, to) })),
    ),
  );
}

/**
 * Searches another part of a multipart body: its text, if it has any, and its bytes. They are not bytes of
 * the payload, so the hits have no range.
 */
async function searchPart(
  prepared: PreparedQuery,
  collector: Collector,
  part: Uint8Array,
  name: string,
  pause: Pause,
): Promise<void> {
  const text = prepared.terms.some(({ matcher }) => matcher !== undefined) ? utf8.decode(part) : undefined;
  if (text !== undefined) searchText(prepared, collector, "text", text, [name]);
  await searchLooseBytes(prepared, collector, part, name, pause);
}

function searchBodyBytes(
  prepared: PreparedQuery,
  collector: Collector,
  { payload }: SearchedCapture,
  pause: Pause,
): Promise<void> {
  return searchLooseBytes(prepared, collector, payload, "body", pause);
}

async function searchLooseBytes(
  { terms: leaves }: PreparedQuery,
  collector: Collector,
  bytes: Uint8Array,
  name: string,
  pause: Pause,
): Promise<void> {
  for (const [index, { term }] of leaves.entries()) {
    if (term.kind !== "bytes") continue;
    const hit = (start: number): Hit => ({
      kind: "bytes",
      path: [name],
      ...excerptBytes(bytes, start, term.values.length),
    });
    await searchBytes(bytes, term, (start) => collector.recordHit(index, () => hit(start)), pause);
  }
}

/** The hit for a capture that matches only by its properties. */
function createMessageHit({ label }: SearchedCapture, document: LinkedDocument | undefined): Hit {
  const range =
    document === undefined || document.bytes.length === 0
      ? undefined
      : { start: 0, end: document.bytes.length };
  return { kind: "message", path: [], excerpt: label, match: { from: 0, to: 0 }, ...(range && { range }) };
}
