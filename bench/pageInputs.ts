import { toHex } from "../src/bytes/hex";
import { createDensePayload } from "./payloads";

/** Something that a user opens. It is made inside the page, because no driver carries 500 MB. */
export interface PageInput {
  readonly name: string;
  readonly kind: "hex text" | "WBXML file" | "file of zeros" | "file of base64" | "HAR";
  /** The size of the payload in bytes; for a HAR, the number of its entries. */
  readonly size: number;
  /** How long it may take until the tree is painted, in milliseconds. */
  readonly mostPainted?: number;
  /** How long the page may be blocked, in milliseconds. */
  readonly mostBlocked: number;
  /**
   * Whether blocks are measured when it is opened a second time: the first time loads the editor of the XML,
   * whose own start is not measured.
   */
  readonly isBlockOfSecond: boolean;
}

const MEGABYTE = 1_000_000;

/** What `npm run bench:page` opens. */
export const pageInputs: readonly PageInput[] = [
  {
    name: "10 KB pasted as hex",
    kind: "hex text",
    size: 10_000,
    mostPainted: 100,
    mostBlocked: 200,
    isBlockOfSecond: true,
  },
  {
    name: "1 MB pasted as hex",
    kind: "hex text",
    size: MEGABYTE,
    mostPainted: 400,
    mostBlocked: 200,
    isBlockOfSecond: true,
  },
  {
    name: "50 MB of WBXML, file",
    kind: "WBXML file",
    size: 50 * MEGABYTE,
    mostPainted: 2000,
    mostBlocked: 50,
    isBlockOfSecond: false,
  },
  {
    name: "50 MB pasted as hex",
    kind: "hex text",
    size: 50 * MEGABYTE,
    mostPainted: 2000,
    mostBlocked: 50,
    isBlockOfSecond: false,
  },
  {
    name: "100 MB of zeros, file",
    kind: "file of zeros",
    size: 100 * MEGABYTE,
    mostBlocked: 200,
    isBlockOfSecond: false,
  },
  {
    name: "500 MB of zeros, file",
    kind: "file of zeros",
    size: 500 * MEGABYTE,
    mostBlocked: 200,
    isBlockOfSecond: false,
  },
  {
    name: "300 MB of base64 text, file",
    kind: "file of base64",
    size: 225 * MEGABYTE,
    mostBlocked: 200,
    isBlockOfSecond: false,
  },
  { name: "HAR of 20,000 entries", kind: "HAR", size: 20_000, mostBlocked: 200, isBlockOfSecond: true },
];

/** A payload in parts, as hex: a start, items that can be repeated, and an end. */
interface Parts {
  readonly start: string;
  readonly items: string;
  readonly end: string;
}

/** The parts of which all payloads are put together: items of 10 KB, as in the payloads of the codec. */
const parts: Parts = ((): Parts => {
  const hex = toHex(createDensePayload(0.01, false).bytes).replaceAll(" ", "");
  const head = 8 * 2; // the header and the tags around the items
  const tail = 4 * 2; // their ENDs
  const items = hex.slice(head, -tail);
  // so that base64 of the parts is base64 of the whole, each part has a multiple of three bytes
  const pad = (text: string): string => text + "0000".repeat((text.length / 2) % 3);
  return { start: pad(hex.slice(0, head)), items: pad(`0000${items}`), end: hex.slice(-tail) };
})();

/** What `makeInput` needs. */
export interface Recipe {
  readonly kind: PageInput["kind"];
  readonly size: number;
  readonly parts: Parts;
}

/** The recipe of an input. */
export const recipeOf = ({ kind, size }: PageInput): Recipe => ({ kind, size, parts });

declare global {
  /** The input of a benchmark, kept in the page until it is opened. */
  // oxlint-disable-next-line no-var -- only `var` declares a property of the global object
  var benchInput: string | File | undefined;
}

/** Makes an input and keeps it as `benchInput`. Runs in the page, and sees nothing but its argument. */
export function makeInput({ kind, size, parts: { start, items, end } }: Recipe): void {
  const readHex = (hex: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  const repeat = (part: BlobPart, times: number): BlobPart[] => Array.from({ length: times }, () => part);
  const count = Math.max(1, Math.round((size * 2) / items.length));
  const toBase64 = (hex: string): string => btoa(String.fromCharCode(...readHex(hex)));
  // a Sync response: SyncKey 7, CollectionId 15, Status 1
  const response = toBase64("03016A00455C4F4B033700015203313500014E03310001010101");
  const makeEntry = (n: number) => ({
    startedDateTime: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
    time: 40,
    request: {
      method: "POST",
      url: "https://mail.example.org/Microsoft-Server-ActiveSync?Cmd=Sync&User=a&DeviceId=b&DeviceType=c",
      headers: [{ name: "MS-ASProtocolVersion", value: "14.1" }],
      postData: { mimeType: "text/xml", text: `<Sync xmlns="AirSync"><Wait>${1 + (n % 59)}</Wait></Sync>` },
    },
    response: {
      status: 200,
      statusText: "OK",
      headers: [{ name: "Content-Type", value: "application/vnd.ms-sync.wbxml" }],
      content: { size: 26, mimeType: "application/vnd.ms-sync.wbxml", encoding: "base64", text: response },
    },
  });
  const makers: Readonly<Record<Recipe["kind"], () => string | File>> = {
    "hex text": () => start + items.repeat(count) + end,
    "WBXML file": () => {
      return new File([readHex(start), ...repeat(readHex(items), count), readHex(end)], "a.wbxml");
    },
    "file of zeros": () => new File(repeat(new Uint8Array(1_000_000), size / 1_000_000), "zeros.bin"),
    "file of base64": () =>
      new File([toBase64(start), ...repeat(toBase64(items), count), toBase64(end)], "a.txt"),
    HAR: () => {
      const entries = Array.from({ length: size }, (_, n) => JSON.stringify(makeEntry(n)));
      return new File([`{"log":{"version":"1.2","entries":[${entries.join(",")}]}}`], "a.har");
    },
  };
  globalThis.benchInput = makers[kind]();
}
