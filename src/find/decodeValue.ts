import { decodeLatin1 } from "../bytes/latin1";
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
 * A text inside a value that the characters of the value do not show: part of a MIME message, of base64, or
 * of a coded structure.
 */
export interface DecodedText {
  /** What the text is: "Plain text", "UTC" … */
  readonly label: string;
  readonly text: string;
}

/** The decoded content of a value; `isCut` if only the beginning of the value was decoded. */
export interface DecodedValue {
  readonly texts: readonly DecodedText[];
  readonly isCut: boolean;
}

/** Longer values are decoded only up to this many bytes or characters. */
const MAX_DECODED = 4 << 20;

const NOTHING_DECODED: DecodedValue = { texts: [], isCut: false };

type ValueCoding = "mime" | "coded";

/** Types whose values do not show what they mean [MS-ASDTYPE 2.7]. */
const CODED_TYPES: ReadonlySet<string> = new Set(["base64", "byteArray", "timeZone"]);
const CODED_KEYS: ReadonlySet<string> = new Set(["Calendar:UID", "ItemOperations:Data"]);

/** How the value of an element is coded; `undefined` if it is plain text. */
function findCoding(document: LinkedDocument, element: number): ValueCoding | undefined {
  const entry = readElements(document).entry(element);
  if (entry === undefined) return undefined;
  if (entry.dataType === "mime" || entry.key === "Email:MIMEData") return "mime";
  if (entry.key === "AirSyncBase:Data") return getBodyType(document, element) === "4" ? "mime" : undefined;
  return CODED_TYPES.has(entry.dataType) || CODED_KEYS.has(entry.key) ? "coded" : undefined;
}

function getBodyType(document: LinkedDocument, element: number): string | undefined {
  const { parent, childText } = readElements(document);
  return childText(parent(element), "AirSyncBase:Type");
}

/** Decodes the value of an element. MIME takes time; everything else is returned immediately. */
export function decodeValue(
  document: LinkedDocument,
  element: number,
  run: LeafRun,
): DecodedValue | Promise<DecodedValue> {
  const coding = findCoding(document, element);
  if (coding === undefined) return NOTHING_DECODED;
  return coding === "mime" ? decodeMime(document, run) : decodeCoded(document, element, run);
}

/** The bytes of a value that consists of a single OPAQUE. */
function getOpaqueBytes(
  { bytes, tree }: LinkedDocument,
  { first, end, range }: LeafRun,
): Uint8Array | undefined {
  return end === first + 1 && kindOf(tree.tokens, first) === TokenKind.Opaque
    ? bytes.subarray(range.start, range.end)
    : undefined;
}

async function decodeMime(document: LinkedDocument, run: LeafRun): Promise<DecodedValue> {
  const message = getOpaqueBytes(document, run) ?? run.text;
  if (message === undefined) return NOTHING_DECODED;
  const isCut = message.length > MAX_DECODED;
  const head = isCut ? message.slice(0, MAX_DECODED) : message;
  return { texts: await readMimeTexts(head), isCut };
}

function decodeCoded(document: LinkedDocument, element: number, run: LeafRun): DecodedValue {
  const bytes = getOpaqueBytes(document, run);
  const content: ValueContent | undefined =
    bytes !== undefined ? { bytes } : run.text !== undefined ? { text: run.text } : undefined;
  const length = bytes?.length ?? run.text?.length ?? 0;
  if (content === undefined || length === 0) return NOTHING_DECODED;
  if (length > MAX_DECODED) return { texts: [], isCut: true };
  const { namespace = "", name = "" } = readElements(document).entry(element) ?? {};
  const rows = readValue({ namespace, name }, content)?.rows ?? [];
  const texts = rows
    .filter(({ label }) => label !== "Here")
    .map(({ label, value }) => ({ label, text: value }));
  const whole = bytes === undefined ? decodePlainText(readBase64(run.text ?? "").bytes) : undefined;
  return { texts: whole === undefined ? texts : [...texts, { label: "Decoded", text: whole }], isCut: false };
}

/** Decodes bytes as text, if they are UTF-8 without control characters. */
function decodePlainText(bytes: Uint8Array): string | undefined {
  const text = utf8.decode(bytes);
  return text === undefined || text === "" || /[\x00-\x08\x0e-\x1f]/.test(text) ? undefined : text;
}

/** The characters of a value as they appear: its text, or one character per byte if it is not text. */
export function readRawText(
  { bytes }: LinkedDocument,
  text: string | undefined,
  { start, end }: ByteRange,
): string {
  return text ?? decodeLatin1(bytes.subarray(start, Math.min(end, start + MAX_DECODED)));
}
