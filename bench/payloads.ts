import { utf8 } from "../src/bytes/text";
import { easCodeSpace } from "../src/eas/codeSpace";
import { type WbxmlWriter, wbxmlWriter } from "../src/wbxml/writer";

/** An element: code page, token, and its text, its children or nothing. */
type Element = readonly [page: number, token: number, content: string | readonly Element[] | null];

/**
 * One payload in the forms being measured: WBXML, and the same tree as JSON with elements as objects and as
 * arrays.
 */
export interface Payload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly elements: number;
  readonly jsonObjects: string;
  readonly jsonArrays: string;
}

const MEGABYTE = 1_000_000;
const HEADER = Uint8Array.of(0x03, 0x01, 0x6a, 0x00);

const PEOPLE = [
  "Ada Lovelace",
  "Grace Hopper",
  "Émilie du Châtelet",
  "Sofia Kovalevskaya",
  "Mary Cartwright",
  "Emmy Noether",
  "Hedy Lamarr",
];
const WORDS = (
  "the meeting on friday moves to room twelve because of the projector please bring the signed copies " +
  "and a pen"
).split(" ");

/**
 * Creates a random number generator that always returns the same numbers, so that runs can be compared: a
 * linear congruential generator modulo 2^32.
 */
function createNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * below);
  };
}

type Numbers = ReturnType<typeof createNumbers>;

function pickWords(next: Numbers, count: number): string {
  return Array.from({ length: count }, () => WORDS[next(WORDS.length)] ?? "").join(" ");
}

function pickPerson(next: Numbers): string {
  const name = PEOPLE[next(PEOPLE.length)] ?? "";
  return `"${name}" <person${next(1000)}@example.org>`;
}

function pickDate(next: Numbers): string {
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `2016-${pad(1 + next(12))}-${pad(1 + next(28))}T${pad(next(24))}:${pad(next(60))}:00.000Z`;
}

/** Creates an e-mail as Sync sends it, consisting of small elements on pages 0, 2, 17, 18 and 22. */
function createDenseItem(next: Numbers, index: number): Element {
  const pickFlag = (): string => String(next(2));
  return [
    0,
    0x07,
    [
      [0, 0x0d, `5:${index}`],
      [
        0,
        0x1d,
        [
          [2, 0x16, pickPerson(next)],
          [2, 0x18, pickPerson(next)],
          [2, 0x14, pickWords(next, 4)],
          [2, 0x0f, pickDate(next)],
          [2, 0x11, PEOPLE[next(PEOPLE.length)] ?? ""],
          [2, 0x12, pickFlag()],
          [2, 0x15, pickFlag()],
          [
            17,
            0x0a,
            [
              [17, 0x06, "1"],
              [17, 0x0c, String(next(9000))],
              [17, 0x0d, pickFlag()],
              [17, 0x0b, pickWords(next, 6)],
            ],
          ],
          [2, 0x13, "IPM.Note"],
          [2, 0x39, "65001"],
          [22, 0x0b, String(next(3))],
          [22, 0x0c, pickDate(next)],
          [22, 0x0d, pickFlag()],
          [17, 0x16, null],
        ],
      ],
    ],
  ];
}

/** Creates an e-mail with a body of about two kilobytes, including a few non-ASCII letters. */
function createBodyItem(next: Numbers, index: number): Element {
  const body = `${pickWords(next, 370)} Zoë, café, 12 €.`;
  return [
    0,
    0x07,
    [
      [0, 0x0d, `5:${index}`],
      [
        0,
        0x1d,
        [
          [2, 0x18, pickPerson(next)],
          [2, 0x14, pickWords(next, 5)],
          [2, 0x0f, pickDate(next)],
          [
            17,
            0x0a,
            [
              [17, 0x06, "1"],
              [17, 0x0c, String(body.length)],
              [17, 0x0b, body],
            ],
          ],
        ],
      ],
    ],
  ];
}

function formatTagName(page: number, token: number): string {
  return `${easCodeSpace.page(page)?.prefix ?? ""}:${easCodeSpace.tag(page, token)?.name ?? ""}`;
}

const toObjects = ([page, token, content]: Element): unknown =>
  content === null
    ? { tag: formatTagName(page, token) }
    : {
        tag: formatTagName(page, token),
        content: typeof content === "string" ? content : content.map(toObjects),
      };

const toArrays = ([page, token, content]: Element): unknown =>
  content === null
    ? [formatTagName(page, token)]
    : [formatTagName(page, token), typeof content === "string" ? content : content.map(toArrays)];

function writeElement(writer: WbxmlWriter, [page, token, content]: Element): number {
  writer.tag(page, token, content === null ? 0 : 0x40);
  if (content === null) return 1;
  let elements = 1;
  if (typeof content === "string") writer.text(content);
  else for (const child of content) elements += writeElement(writer, child);
  writer.end();
  return elements;
}

function createPayload(
  name: string,
  item: (next: Numbers, index: number) => Element,
  megabytes: number,
  withJson: boolean,
): Payload {
  const next = createNumbers(20161);
  const writer = wbxmlWriter(utf8, 0, megabytes * MEGABYTE + 10_000);
  const objects: string[] = [];
  const arrays: string[] = [];
  writer.raw(HEADER);
  const around = [0x05, 0x1c, 0x0f, 0x16];
  for (const token of around) writer.tag(0, token, 0x40);
  let elements = around.length;
  for (let index = 0; writer.length() < megabytes * MEGABYTE; index++) {
    const element = item(next, index);
    elements += writeElement(writer, element);
    if (!withJson) continue;
    objects.push(JSON.stringify(toObjects(element)));
    arrays.push(JSON.stringify(toArrays(element)));
  }
  for (const _ of around) writer.end();
  const wrapInRoot = (items: string, open: (tag: string) => string, close: string): string =>
    `${around.map((token) => open(formatTagName(0, token))).join("")}${items}${close.repeat(around.length)}`;
  return {
    name,
    bytes: writer.bytes(),
    elements,
    jsonObjects: wrapInRoot(objects.join(","), (tag) => `{"tag":"${tag}","content":[`, "]}"),
    jsonArrays: wrapInRoot(arrays.join(","), (tag) => `["${tag}",[`, "]]"),
  };
}

/**
 * Creates a Sync response with many small elements and no byte arrays. Without `withJson`, the JSON forms
 * contain no items.
 */
export function createDensePayload(megabytes: number, withJson = true): Payload {
  return createPayload(`dense items, ${megabytes} MB`, createDenseItem, megabytes, withJson);
}

/** Creates a Sync response with bodies of two kilobytes. */
export function createBodyPayload(megabytes: number): Payload {
  return createPayload(`2 KB bodies, ${megabytes} MB`, createBodyItem, megabytes, true);
}
