import { latin1Text } from "../bytes/latin1";
import type { ByteRange } from "../bytes/range";
import { utf8 } from "../bytes/text";
import type { LinkedDocument } from "../document/open";
import { readBase64 } from "../eas/values/base64Value";
import { readMimeTexts } from "../eas/values/mime";
import { readValue, type ValueContent } from "../eas/values/values";
import { readElements } from "../session/elements";
import { kindOf, TokenKind } from "../wbxml/tokenTable";
import type { LeafRun } from "./leafText";

/**
 * A text inside a value that the value's own characters don't show: of a MIME part, of base64, of a coded
 * structure.
 */
export interface DecodedText {
  /** What it is: "Plain text", "UTC" … */
  readonly label: string;
  readonly text: string;
}

/** What lies inside a value, decoded; `isCut` where only the beginning of the value was decoded. */
export interface Decoded {
  readonly texts: readonly DecodedText[];
  readonly isCut: boolean;
}

/** Of longer values only so much is decoded, in bytes or characters. */
const MOST_DECODED = 4 << 20;

const nothing: Decoded = { texts: [], isCut: false };

type Inside = "mime" | "coded";

/** Types whose values are not what they show [MS-ASDTYPE 2.7]. */
const CODED_TYPES: ReadonlySet<string> = new Set(["base64", "byteArray", "timeZone"]);
const CODED_KEYS: ReadonlySet<string> = new Set(["Calendar:UID", "ItemOperations:Data"]);

/** What kind of value an element holds that has to be decoded; `undefined` for one that shows all it says. */
function insideOf(document: LinkedDocument, element: number): Inside | undefined {
  const entry = readElements(document).entry(element);
  if (entry === undefined) return undefined;
  if (entry.dataType === "mime" || entry.key === "Email:MIMEData") return "mime";
  if (entry.key === "AirSyncBase:Data") return bodyType(document, element) === "4" ? "mime" : undefined;
  return CODED_TYPES.has(entry.dataType) || CODED_KEYS.has(entry.key) ? "coded" : undefined;
}

function bodyType(document: LinkedDocument, element: number): string | undefined {
  const { parent, childText } = readElements(document);
  return childText(parent(element), "AirSyncBase:Type");
}

/** What lies inside an element's value; MIME takes its time, anything else is there at once. */
export function decodedInside(
  document: LinkedDocument,
  element: number,
  run: LeafRun,
): Decoded | Promise<Decoded> {
  const inside = insideOf(document, element);
  if (inside === undefined) return nothing;
  return inside === "mime" ? mimeInside(document, run) : codedInside(document, element, run);
}

/** The bytes of a value that is a single OPAQUE. */
function opaqueBytes(
  { bytes, tree }: LinkedDocument,
  { first, end, range }: LeafRun,
): Uint8Array | undefined {
  return end === first + 1 && kindOf(tree.tokens, first) === TokenKind.Opaque
    ? bytes.subarray(range.start, range.end)
    : undefined;
}

async function mimeInside(document: LinkedDocument, run: LeafRun): Promise<Decoded> {
  const message = opaqueBytes(document, run) ?? run.text;
  if (message === undefined) return nothing;
  const isCut = message.length > MOST_DECODED;
  const head = isCut ? message.slice(0, MOST_DECODED) : message;
  return { texts: await readMimeTexts(head), isCut };
}

function codedInside(document: LinkedDocument, element: number, run: LeafRun): Decoded {
  const bytes = opaqueBytes(document, run);
  const content: ValueContent | undefined =
    bytes !== undefined ? { bytes } : run.text !== undefined ? { text: run.text } : undefined;
  const length = bytes?.length ?? run.text?.length ?? 0;
  if (content === undefined || length === 0) return nothing;
  if (length > MOST_DECODED) return { texts: [], isCut: true };
  const { namespace = "", name = "" } = readElements(document).entry(element) ?? {};
  const rows = readValue({ namespace, name }, content)?.rows ?? [];
  const texts = rows
    .filter(({ label }) => label !== "Here")
    .map(({ label, value }) => ({ label, text: value }));
  const whole = bytes === undefined ? plainText(readBase64(run.text ?? "").bytes) : undefined;
  return { texts: whole === undefined ? texts : [...texts, { label: "Decoded", text: whole }], isCut: false };
}

/** Bytes as text where they are UTF-8 that somebody could have written. */
function plainText(bytes: Uint8Array): string | undefined {
  const text = utf8.decode(bytes);
  return text === undefined || text === "" || /[\x00-\x08\x0e-\x1f]/.test(text) ? undefined : text;
}

/** The characters of a value as they stand: its text, or one for each byte where it is none. */
export function rawText(
  { bytes }: LinkedDocument,
  text: string | undefined,
  { start, end }: ByteRange,
): string {
  return text ?? latin1Text(bytes.subarray(start, Math.min(end, start + MOST_DECODED)));
}
