import { fromBase64, toBase64 } from "../bytes/base64";
import { pack, unpack } from "../bytes/pack";
import type { Direction } from "../eas/direction";
import { inflate } from "../formats/http/contentCoding";
import { limits } from "../formats/limits";

/** What a link opens: one payload with what is known of it, and what was selected. */
export interface Shared {
  readonly label: string;
  readonly bytes: Uint8Array;
  /** The XML text, where it is not the one that the bytes give. */
  readonly text?: string;
  readonly direction?: Direction;
  readonly command?: string;
  readonly version?: string;
  readonly folder?: string;
  readonly product?: string;
  readonly selection?: { readonly start: number; readonly end: number };
}

/** What a link says, or why it can't be read, in a sentence. */
export type ReadLink = { readonly shared: Shared } | { readonly problem: string };

const MARK = "#p=";
const VERSION = "1";

/** Whether the part of an address behind "#" is a shared payload. */
export function isShareFragment(fragment: string): boolean {
  return fragment.startsWith(MARK);
}

/**
 * The part of an address from "#" on that holds a payload: deflated, in base64url. Nothing of it is sent to
 * any server.
 */
export async function writeShareFragment(shared: Shared): Promise<string> {
  const stream = new Blob([pack(shared)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  return `${MARK}${VERSION}${toBase64(packed).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** Reads such a part. Total: whatever is damaged, cut or of a later version is said. */
export async function readShareFragment(fragment: string): Promise<ReadLink> {
  const coded = fragment.slice(MARK.length).trim();
  if (!coded.startsWith(VERSION)) return { problem: "The link is of another version of the page." };
  const base64 = coded.slice(VERSION.length).replaceAll("-", "+").replaceAll("_", "/");
  const packed = /^[A-Za-z0-9+/]+$/.test(base64)
    ? fromBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, "="))
    : undefined;
  if (packed === undefined)
    return {
      problem: "The link is damaged: a character in it is none that links have, or its end was cut off.",
    };
  const inflated = await inflate(packed, "deflate-raw", limits);
  if (inflated === undefined) return { problem: "This browser can't decompress the link." };
  if (inflated.end === "limit") return { problem: "What the link holds is larger than the page opens." };
  if (inflated.end === "broken")
    return { problem: "The link is damaged or was cut off. Ask for it again, or for the payload as a file." };
  try {
    const shared = unpack(inflated.bytes);
    return isShared(shared) ? { shared } : { problem: "The link holds no payload." };
  } catch {
    // SyntaxError or RangeError of `unpack`, TypeError of the decoder
    return { problem: "The link is damaged: what it holds can't be read." };
  }
}

const TEXTS = ["text", "direction", "command", "version", "folder", "product"] as const;

function isShared(value: unknown): value is Shared {
  if (typeof value !== "object" || value === null) return false;
  const { label, bytes, selection, ...others } = value as Record<string, unknown>;
  const isOptionalText = (name: string): boolean =>
    others[name] === undefined || typeof others[name] === "string";
  return (
    typeof label === "string" &&
    bytes instanceof Uint8Array &&
    TEXTS.every(isOptionalText) &&
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
 * How far a link of so many characters gets: chat programs and mail cut long ones. `undefined` where it gets
 * anywhere.
 */
export function lengthWarning(characters: number): string | undefined {
  if (characters > 2_000_000)
    return "More than 2 million characters: browsers do not open such a link. Send the payload as a file.";
  if (characters > 32_000)
    return (
      "More than 32,000 characters: most programs cut such a link. Send the payload as a file, or share " +
      "a part of it."
    );
  if (characters > 2_000)
    return (
      "More than 2,000 characters: some chat and mail programs cut it. Try the link before you rely on " +
      "it."
    );
  return undefined;
}
