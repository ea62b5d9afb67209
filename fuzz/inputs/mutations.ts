import fc from "fast-check";

/** One change to an input. Places are taken modulo the length, so that a change fits any input. */
export interface Change<T> {
  readonly at: number;
  readonly removed: number;
  readonly inserted: T;
  /** Where what is inserted is copied from, if it is a piece of the input itself, and how often. */
  readonly copied: { readonly from: number; readonly length: number; readonly times: number } | undefined;
}

const copied = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  fc.record({ from: fc.nat(4000), length: fc.nat(40), times: fc.integer({ min: 1, max: 12 }) }),
);

function changes<T>(inserted: fc.Arbitrary<T>): fc.Arbitrary<readonly Change<T>[]> {
  const removed = fc.oneof(
    { weight: 12, arbitrary: fc.nat(3) },
    { weight: 3, arbitrary: fc.nat(60) },
    fc.constant(100_000),
  );
  return fc.array(fc.record({ at: fc.nat(8000), removed, inserted, copied }), { maxLength: 4 });
}

const telling = [
  0, 0, 1, 1, 2, 3, 4, 0x0f, 0x3f, 0x40, 0x44, 0x45, 0x7f, 0x80, 0x81, 0x83, 0x84, 0xc3, 0xc4, 0xff,
];

/** Changes to bytes: a few that mean something in WBXML or in lengths, or any. */
export const byteChanges: fc.Arbitrary<readonly Change<Uint8Array>[]> = changes(
  fc.oneof(
    fc.constant(new Uint8Array(0)),
    fc.array(fc.constantFrom(...telling), { maxLength: 6 }).map((bytes) => Uint8Array.from(bytes)),
    fc.uint8Array({ maxLength: 8 }),
  ),
);

/** Pieces that mean something in XML, JSON, HTTP or dumps. */
export const snippets: readonly string[] = [
  "",
  "",
  " ",
  "\n",
  "\r\n",
  "\t",
  "<",
  ">",
  "</",
  "/>",
  "&",
  "&amp;",
  "&#0;",
  "&#x1F600;",
  "]]>",
  "<![CDATA[",
  "<!--",
  "-->",
  "<?",
  "?>",
  "<?opaque AQ==?>",
  "<?malformed ww==?>",
  "<?char U+0001?>",
  "<?entity 160?>",
  "<?split?>",
  "<?str_t 3?>",
  '<?wbxml version="1.0"?>',
  ' xmlns="Email"',
  ' xmlns:a="AirSync"',
  "<a:Sync>",
  "</Sync>",
  "<Class>SMS</Class>",
  "<_x3F/>",
  '"',
  "'",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\\",
  "\\u0000",
  "0x",
  "00",
  "0000",
  "ff",
  "FF",
  "*",
  "|",
  ".",
  "%",
  "=",
  "==",
  "\u0000",
  "\uFEFF",
  "\uD800",
  "é",
  "😀",
  "-1",
  "9".repeat(20),
  "1e400",
  "Content-Length: 5\r\n",
  "Transfer-Encoding: chunked\r\n",
  "Content-Encoding: gzip\r\n",
  "HTTP/1.1 200 OK\r\n",
  "POST /Microsoft-Server-ActiveSync?Cmd=Sync HTTP/1.1\r\n",
  "\r\n\r\n",
  "../",
  "true",
];

/** Changes to text: pieces that mean something in XML, JSON, HTTP or dumps, or any characters. */
export const textChanges: fc.Arbitrary<readonly Change<string>[]> = changes(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...snippets) },
    fc.string({ unit: "binary", maxLength: 4 }),
  ),
);

/** Bytes with changes. */
export function changeBytes(bytes: Uint8Array, list: readonly Change<Uint8Array>[]): Uint8Array {
  return list.reduce((now, { at, removed, inserted, copied: copy }) => {
    const from = at % (now.length + 1);
    const piece = copy && now.subarray(copy.from % (now.length + 1)).subarray(0, copy.length);
    const pieces = piece === undefined ? [] : Array.from({ length: copy?.times ?? 0 }, () => piece);
    return concat([now.subarray(0, from), inserted, ...pieces, now.subarray(from + removed)]);
  }, bytes);
}

/** A text with changes. */
export function changeText(text: string, list: readonly Change<string>[]): string {
  return list.reduce((now, { at, removed, inserted, copied: copy }) => {
    const from = at % (now.length + 1);
    const start = copy === undefined ? 0 : copy.from % (now.length + 1);
    const piece = copy === undefined ? "" : now.slice(start, start + copy.length).repeat(copy.times);
    return now.slice(0, from) + inserted + piece + now.slice(from + removed);
  }, text);
}

/** Bytes one after the other. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
