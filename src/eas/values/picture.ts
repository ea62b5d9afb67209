import { byteAt } from "../../bytes/byteAt";
import { createView } from "../../bytes/integers";
import { decodeLatin1 } from "../../bytes/latin1";
import { readBinary } from "./base64Value";
import {
  formatCount,
  problem,
  row,
  type ValueContent,
  type ValueProblem,
  type ValueReading,
} from "./reading";

/** What the first bytes of a picture reveal. */
export interface PictureHeader {
  /** Media type: "image/jpeg". */
  readonly type: string;
  readonly name: string;
  /** In pixels; `undefined` if the header is truncated, or the size of this type cannot be read. */
  readonly size:
    | { readonly width: number; readonly height: number; readonly start: number; readonly end: number }
    | undefined;
}

type Size = PictureHeader["size"];

function hasSignature(bytes: Uint8Array, signature: string, at = 0): boolean {
  return decodeLatin1(bytes.subarray(at, at + signature.length)) === signature;
}

/** Start-of-frame markers of JPEG (ITU-T T.81 table B.1): C0 to CF without C4, C8 and CC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Walks through the segments of a JPEG to the frame header, which contains the height and then the width. */
function readJpegSize(bytes: Uint8Array): Size {
  const data = createView(bytes);
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = byteAt(bytes, at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (isFrame(marker)) {
      return at + 9 <= bytes.length
        ? { height: data.getUint16(at + 5), width: data.getUint16(at + 7), start: at + 5, end: at + 9 }
        : undefined;
    } else at += 2 + Math.max(2, data.getUint16(at + 2));
  }
  return undefined;
}

function readPngSize(bytes: Uint8Array): Size {
  if (bytes.length < 24 || !hasSignature(bytes, "IHDR", 12)) return undefined;
  return {
    width: createView(bytes).getUint32(16),
    height: createView(bytes).getUint32(20),
    start: 16,
    end: 24,
  };
}

function readGifSize(bytes: Uint8Array): Size {
  if (bytes.length < 10) return undefined;
  return {
    width: createView(bytes).getUint16(6, true),
    height: createView(bytes).getUint16(8, true),
    start: 6,
    end: 10,
  };
}

/**
 * In the old header (12 bytes) the sizes have 16 bits, in later ones 32; a negative height means that the
 * rows run downward.
 */
function readBmpSize(bytes: Uint8Array): Size {
  if (bytes.length < 26) return undefined;
  const data = createView(bytes);
  if (data.getUint32(14, true) === 12)
    return { width: data.getUint16(18, true), height: data.getUint16(20, true), start: 18, end: 22 };
  return {
    width: Math.abs(data.getInt32(18, true)),
    height: Math.abs(data.getInt32(22, true)),
    start: 18,
    end: 26,
  };
}

interface PictureKind {
  readonly type: string;
  readonly name: string;
  readonly isMatch: (bytes: Uint8Array) => boolean;
  readonly size?: (bytes: Uint8Array) => Size;
}

const KINDS: readonly PictureKind[] = [
  {
    type: "image/jpeg",
    name: "JPEG",
    isMatch: (bytes) => hasSignature(bytes, "\xff\xd8\xff"),
    size: readJpegSize,
  },
  {
    type: "image/png",
    name: "PNG",
    isMatch: (bytes) => hasSignature(bytes, "\x89PNG\r\n\x1a\n"),
    size: readPngSize,
  },
  {
    type: "image/gif",
    name: "GIF",
    isMatch: (bytes) => hasSignature(bytes, "GIF87a") || hasSignature(bytes, "GIF89a"),
    size: readGifSize,
  },
  { type: "image/bmp", name: "BMP", isMatch: (bytes) => hasSignature(bytes, "BM"), size: readBmpSize },
  {
    type: "image/webp",
    name: "WebP",
    isMatch: (bytes) => hasSignature(bytes, "RIFF") && hasSignature(bytes, "WEBP", 8),
  },
  {
    type: "image/tiff",
    name: "TIFF",
    isMatch: (bytes) => hasSignature(bytes, "II*\0") || hasSignature(bytes, "MM\0*"),
  },
];

/**
 * The type and size of a picture, from its first bytes; `undefined` if the type is unknown. Decodes nothing.
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const kind = KINDS.find(({ isMatch: is }) => is(bytes));
  return kind && { type: kind.type, name: kind.name, size: kind.size?.(bytes) };
}

/**
 * Reads a picture: base64 text [MS-ASCNTC 2.2.2.58, MS-ASCMD 2.2.3.39] or the bytes of an OPAQUE. `maxText`
 * is the maximum length of the text. Problems: those of `readBase64`, "picture-unknown", "picture-cut",
 * "picture-too-large".
 */
export function readPicture(content: ValueContent, maxText = Number.POSITIVE_INFINITY): ValueReading {
  const { bytes, place, problems } = readBinary(content);
  const header = readPictureHeader(bytes);
  const { size } = header ?? {};
  const found: ValueProblem[] = [...problems];
  if (header === undefined)
    found.push(
      problem(
        "picture-unknown",
        "The bytes do not start with the header of a known picture format.",
        place(0, Math.min(4, bytes.length)),
      ),
    );
  else if (size === undefined && ["JPEG", "PNG", "GIF", "BMP"].includes(header.name))
    found.push(problem("picture-cut", "The header ends before the size."));
  if ((content.text?.length ?? 0) > maxText)
    found.push(problem("picture-too-large", `The base64 text can have at most ${maxText} characters.`));
  const pixels = size === undefined ? "" : `${size.width} × ${size.height} pixels`;
  const name = header?.name ?? "unknown data";
  const rows = [
    row(
      "Format",
      header === undefined ? "unknown" : `${name} (${header.type})`,
      place(0, Math.min(4, bytes.length)),
    ),
    ...(size === undefined ? [] : [row("Size", pixels, place(size.start, size.end))]),
    row("Bytes", formatCount(bytes.length, "byte"), place(0, bytes.length)),
  ];
  const summary = [name, pixels, formatCount(bytes.length, "byte")].filter((part) => part !== "").join(", ");
  return { kind: "picture", title: "Picture", summary, rows, problems: found };
}
