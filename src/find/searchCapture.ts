import { utf8 } from "../bytes/text";
import { type LinkedDocument, openDocument } from "../document/open";
import { easCodeSpace } from "../eas/codeSpace";
import type { HttpFacts } from "../formats/format";
import type { Pause } from "../formats/pace";
import { hexBytesExcerpt } from "./bytesExcerpt";
import { type Collector, collector } from "./collector";
import { excerptOf, type Hit, type HitKind } from "./hit";
import { searchBytes } from "./searchBytes";
import { searchDocument } from "./searchDocument";
import { contentOf, factHolds, type Searched } from "./searched";
import type { Wanted } from "./wanted";

/** What a search found in one capture; `isCut` where of a long value only the beginning was decoded. */
export interface CaptureHits {
  readonly hits: readonly Hit[];
  readonly isCut: boolean;
}

/**
 * The places of a capture that a query asks for, at most `most`; `[]` where the capture as a whole is none
 * that it asks for. The payload is decoded only where what is known of the capture leaves that open.
 */
export async function searchCapture(
  searched: Searched,
  wanted: Wanted,
  most: number,
  pause: Pause,
): Promise<CaptureHits> {
  const found = collector(wanted, most);
  knowFacts(wanted, found, searched, undefined);
  if (found.outcome(false) === false) return { hits: [], isCut: false };
  searchOutside(wanted, found, searched);
  for (const [index, part] of (searched.parts ?? []).entries())
    await searchPart(wanted, found, part, `part ${index + 1}`, pause);
  let isCut = false;
  const content = contentOf(searched);
  let document: LinkedDocument | undefined;
  if (content.kind === "payload") {
    document = openDocument(content.bytes, easCodeSpace);
    knowFacts(wanted, found, searched, document);
    if (found.outcome(false) !== false)
      await searchDocument(document, wanted, found, pause, () => (isCut = true));
  }
  const text =
    content.kind === "text"
      ? content.text
      : searched.isDraft || content.bytes.length === 0
        ? content.xml
        : undefined;
  if (text !== undefined)
    searchText(wanted, found, "text", text, [content.kind === "text" ? "body" : "draft"]);
  if (content.kind === "text") await searchPayloadOfText(wanted, found, searched, pause);
  if (found.outcome(true) !== true) return { hits: [], isCut };
  const hits = found.hits();
  return { hits: hits.length > 0 ? hits : [messageHit(searched, document)], isCut };
}

function knowFacts(
  { leaves }: Wanted,
  found: Collector,
  searched: Searched,
  document: LinkedDocument | undefined,
): void {
  leaves.forEach(({ term }, leaf) => {
    const does = term.kind === "fact" ? factHolds(term, searched, document) : undefined;
    if (does !== undefined) found.know(leaf, does);
  });
}

/** What stands around the payload: URL and headers. */
function searchOutside(wanted: Wanted, found: Collector, { http }: Searched): void {
  if (http === undefined) return;
  if (http.url !== undefined) searchText(wanted, found, "url", http.url, ["URL"]);
  for (const [name, value] of headersOf(http))
    searchText(wanted, found, "header", `${name}: ${value}`, [name]);
}

function headersOf({
  headers,
  reason,
  status,
}: HttpFacts): readonly (readonly [name: string, value: string])[] {
  return reason === undefined || reason === ""
    ? headers
    : [["Status line", `${status ?? ""} ${reason}`], ...headers];
}

function searchText(
  { leaves }: Wanted,
  found: Collector,
  kind: HitKind,
  text: string,
  path: readonly string[],
): void {
  leaves.forEach(({ matcher }, leaf) =>
    matcher?.(text, ({ from, to }) => found.take(leaf, () => ({ kind, path, ...excerptOf(text, from, to) }))),
  );
}

/**
 * A further part of a multipart body: its text where it is some, and its bytes. They are not bytes of the
 * payload, so hits have no range.
 */
async function searchPart(
  wanted: Wanted,
  found: Collector,
  part: Uint8Array,
  name: string,
  pause: Pause,
): Promise<void> {
  const text = wanted.leaves.some(({ matcher }) => matcher !== undefined) ? utf8.decode(part) : undefined;
  if (text !== undefined) searchText(wanted, found, "text", text, [name]);
  await searchLooseBytes(wanted, found, part, name, pause);
}

function searchPayloadOfText(
  wanted: Wanted,
  found: Collector,
  { payload }: Searched,
  pause: Pause,
): Promise<void> {
  return searchLooseBytes(wanted, found, payload, "body", pause);
}

async function searchLooseBytes(
  { leaves }: Wanted,
  found: Collector,
  bytes: Uint8Array,
  name: string,
  pause: Pause,
): Promise<void> {
  for (const [leaf, { term }] of leaves.entries()) {
    if (term.kind !== "bytes") continue;
    const hit = (start: number): Hit => ({
      kind: "bytes",
      path: [name],
      ...hexBytesExcerpt(bytes, start, term.values.length),
    });
    await searchBytes(bytes, term, (start) => found.take(leaf, () => hit(start)), pause);
  }
}

/** Of a capture that is asked for by what is known of it alone. */
function messageHit({ label }: Searched, document: LinkedDocument | undefined): Hit {
  const range =
    document === undefined || document.bytes.length === 0
      ? undefined
      : { start: 0, end: document.bytes.length };
  return { kind: "message", path: [], excerpt: label, match: { from: 0, to: 0 }, ...(range && { range }) };
}
