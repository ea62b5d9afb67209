import { fromBase64, toBase64 } from "../bytes/base64";
import { dropTrailing } from "../bytes/cut";
import { joinBytes } from "../bytes/join";
import { pack, unpack } from "../bytes/pack";
import { type Direction, isDirection } from "../eas/direction";
import { inflate } from "../formats/http/contentCoding";
import { limits } from "../formats/limits";

/** What a link contains: one payload, what is known about it, and the selection. */
export interface SharedPayload {
  readonly label: string;
  readonly bytes: Uint8Array;
  /** The XML text, if it differs from the one the bytes give. */
  readonly text?: string;
  readonly direction?: Direction;
  readonly command?: string;
  readonly version?: string;
  readonly folder?: string;
  readonly product?: string;
  readonly selection?: { readonly start: number; readonly end: number };
}

/** The content of a link, or a sentence that explains why it cannot be read. */
export type LinkResult = { readonly shared: SharedPayload } | { readonly problem: string };

const PREFIX = "#p=";
const VERSION = "1";

/** Whether a URL fragment contains a shared payload. */
export function isShareFragment(fragment: string): boolean {
  return fragment.startsWith(PREFIX);
}

/** Browsers open no link that is much longer than 2 million characters, which are so many bytes. */
const MAX_PACKED = 1_500_000;

/** Whether a payload of this many bytes can be read from a link, however well it is compressed. */
export function fitsLink(size: number): boolean {
  return size <= limits.ratioFloor;
}

/**
 * Writes a payload as a URL fragment, deflated and in base64url. A fragment is never sent to a server.
 * Resolves to `undefined` if the payload is too large, or the link too long to be opened.
 */
export async function writeShareFragment(shared: SharedPayload): Promise<string | undefined> {
  if (!fitsLink(shared.bytes.length + (shared.text?.length ?? 0))) return undefined;
  const packed = await deflate(pack(shared), MAX_PACKED);
  if (packed === undefined) return undefined;
  const base64url = dropTrailing(toBase64(packed).replaceAll("+", "-").replaceAll("/", "_"), "=");
  return `${PREFIX}${VERSION}${base64url}`;
}

/** Deflates bytes; `undefined` if they become more than `most`. */
async function deflate(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array | undefined> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    length += read.value.length;
    if (length <= most) continue;
    await reader.cancel();
    return undefined;
  }
  return joinBytes(parts);
}

/**
 * Reads a URL fragment. Total: a fragment that is damaged, truncated or written by a later version gives a
 * problem.
 */
export async function readShareFragment(fragment: string): Promise<LinkResult> {
  const coded = fragment.slice(PREFIX.length).trim();
  if (!coded.startsWith(VERSION)) return { problem: "The link was made by another version of the page." };
  const base64 = coded.slice(VERSION.length).replaceAll("-", "+").replaceAll("_", "/");
  const packed = /^[A-Za-z0-9+/]+$/.test(base64)
    ? fromBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, "="))
    : undefined;
  if (packed === undefined)
    return {
      problem: "The link is damaged: it contains an invalid character, or its end was cut off.",
    };
  const inflated = await inflate(packed, "deflate-raw", limits);
  if (inflated === undefined) return { problem: "This browser can't decompress the link." };
  if (inflated.end === "limit") return { problem: "The payload in the link is too large for this page." };
  if (inflated.end === "broken")
    return { problem: "The link is damaged or was cut off. Ask for it again, or for the file." };
  try {
    const shared = unpack(inflated.bytes);
    return isShared(shared) ? { shared } : { problem: "The link contains no payload." };
  } catch {
    // SyntaxError or RangeError of `unpack`, TypeError of the decoder
    return { problem: "The link is damaged: its content cannot be read." };
  }
}

const TEXT_FIELDS = ["text", "command", "version", "folder", "product"] as const;

function isShared(value: unknown): value is SharedPayload {
  if (typeof value !== "object" || value === null) return false;
  const { label, bytes, direction, selection, ...others } = value as Record<string, unknown>;
  const isOptionalText = (name: string): boolean =>
    others[name] === undefined || typeof others[name] === "string";
  return (
    typeof label === "string" &&
    bytes instanceof Uint8Array &&
    TEXT_FIELDS.every(isOptionalText) &&
    (direction === undefined || (typeof direction === "string" && isDirection(direction))) &&
    isRange(selection)
  );
}

function isRange(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== "object" || value === null) return false;
  const { start, end } = value as Record<string, unknown>;
  return (
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    Number(start) >= 0 &&
    Number(end) >= Number(start)
  );
}

/**
 * A warning about a link of this many characters, because chat and mail programs truncate long links;
 * `undefined` if it is short enough for all of them.
 */
export function lengthWarning(characters: number): string | undefined {
  if (characters > 32_000)
    return (
      "Over 32,000 characters: most programs truncate such links. Send the payload as a file, or share " +
      "a part of it."
    );
  if (characters > 2_000)
    return (
      "Over 2,000 characters: some chat and mail programs truncate it. Try the link before you rely on " +
      "it."
    );
  return undefined;
}
