import { utf8 } from "../src/bytes/text";
import { easCodeSpace } from "../src/eas/codeSpace";
import { type WbxmlWriter, wbxmlWriter } from "../src/wbxml/writer";

/** An element: code page, token, and its text, its children, or nothing. */
type Element = readonly [page: number, token: number, content: string | readonly Element[] | null];

/**
 * One payload in the forms that are measured: the WBXML, and the same tree as JSON with elements as objects
 * and as arrays.
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

/** Always the same numbers, so that runs can be compared: a linear congruential generator modulo 2^32. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * below);
  };
}

type Numbers = ReturnType<typeof numbers>;

function words(next: Numbers, count: number): string {
  return Array.from({ length: count }, () => WORDS[next(WORDS.length)] ?? "").join(" ");
}

function person(next: Numbers): string {
  const name = PEOPLE[next(PEOPLE.length)] ?? "";
  return `"${name}" <person${next(1000)}@example.org>`;
}

function date(next: Numbers): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `2016-${two(1 + next(12))}-${two(1 + next(28))}T${two(next(24))}:${two(next(60))}:00.000Z`;
}

/** An e-mail as Sync sends it, all small elements, over pages 0, 2, 17, 18 and 22. */
function denseItem(next: Numbers, index: number): Element {
  const flag = (): string => String(next(2));
  return [
    0,
    0x07,
    [
      [0, 0x0d, `5:${index}`],
      [
        0,
        0x1d,
        [
          [2, 0x16, person(next)],
          [2, 0x18, person(next)],
          [2, 0x14, words(next, 4)],
          [2, 0x0f, date(next)],
          [2, 0x11, PEOPLE[next(PEOPLE.length)] ?? ""],
          [2, 0x12, flag()],
          [2, 0x15, flag()],
          [
            17,
            0x0a,
            [
              [17, 0x06, "1"],
              [17, 0x0c, String(next(9000))],
              [17, 0x0d, flag()],
              [17, 0x0b, words(next, 6)],
            ],
          ],
          [2, 0x13, "IPM.Note"],
          [2, 0x39, "65001"],
          [22, 0x0b, String(next(3))],
          [22, 0x0c, date(next)],
          [22, 0x0d, flag()],
          [17, 0x16, null],
        ],
      ],
    ],
  ];
}

/** An e-mail with a body of about two kilobytes, a few letters of it beyond ASCII. */
function bodyItem(next: Numbers, index: number): Element {
  const body = `${words(next, 370)} Zoë, café, 12 €.`;
  return [
    0,
    0x07,
    [
      [0, 0x0d, `5:${index}`],
      [
        0,
        0x1d,
        [
          [2, 0x18, person(next)],
          [2, 0x14, words(next, 5)],
          [2, 0x0f, date(next)],
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

function tagName(page: number, token: number): string {
  return `${easCodeSpace.page(page)?.prefix ?? ""}:${easCodeSpace.tag(page, token)?.name ?? ""}`;
}

const asObjects = ([page, token, content]: Element): unknown =>
  content === null
    ? { tag: tagName(page, token) }
    : { tag: tagName(page, token), content: typeof content === "string" ? content : content.map(asObjects) };

const asArrays = ([page, token, content]: Element): unknown =>
  content === null
    ? [tagName(page, token)]
    : [tagName(page, token), typeof content === "string" ? content : content.map(asArrays)];

function write(writer: WbxmlWriter, [page, token, content]: Element): number {
  writer.tag(page, token, content === null ? 0 : 0x40);
  if (content === null) return 1;
  let elements = 1;
  if (typeof content === "string") writer.text(content);
  else for (const child of content) elements += write(writer, child);
  writer.end();
  return elements;
}

function payload(
  name: string,
  item: (next: Numbers, index: number) => Element,
  megabytes: number,
  withJson: boolean,
): Payload {
  const next = numbers(20161);
  const writer = wbxmlWriter(utf8, 0, megabytes * MEGABYTE + 10_000);
  const objects: string[] = [];
  const arrays: string[] = [];
  writer.raw(HEADER);
  const around = [0x05, 0x1c, 0x0f, 0x16];
  for (const token of around) writer.tag(0, token, 0x40);
  let elements = around.length;
  for (let index = 0; writer.length() < megabytes * MEGABYTE; index++) {
    const element = item(next, index);
    elements += write(writer, element);
    if (!withJson) continue;
    objects.push(JSON.stringify(asObjects(element)));
    arrays.push(JSON.stringify(asArrays(element)));
  }
  for (const _ of around) writer.end();
  const root = (items: string, open: (tag: string) => string, close: string): string =>
    `${around.map((token) => open(tagName(0, token))).join("")}${items}${close.repeat(around.length)}`;
  return {
    name,
    bytes: writer.bytes(),
    elements,
    jsonObjects: root(objects.join(","), (tag) => `{"tag":"${tag}","content":[`, "]}"),
    jsonArrays: root(arrays.join(","), (tag) => `["${tag}",[`, "]]"),
  };
}

/**
 * A Sync response of many small elements, no byte arrays among them. `withJson` false leaves the JSON forms
 * empty of items.
 */
export function dense(megabytes: number, withJson = true): Payload {
  return payload(`dense items, ${megabytes} MB`, denseItem, megabytes, withJson);
}

/** A Sync response with bodies of two kilobytes. */
export function bodies(megabytes: number): Payload {
  return payload(`2 KB bodies, ${megabytes} MB`, bodyItem, megabytes, true);
}
