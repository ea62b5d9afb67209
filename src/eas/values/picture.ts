import { binaryOf } from "./base64Value";
import { count, problem, row, type ValueContent, type ValueProblem, type ValueReading } from "./reading";

/** What the first bytes of a picture say of it. */
export interface PictureHeader {
  /** Media type: "image/jpeg". */
  readonly type: string;
  readonly name: string;
  /** Pixels; `undefined` where the header was cut or is of a type that is only recognised. */
  readonly size:
    | { readonly width: number; readonly height: number; readonly start: number; readonly end: number }
    | undefined;
}

type Size = PictureHeader["size"];

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function startsWith(bytes: Uint8Array, signature: string, at = 0): boolean {
  return (
    signature.length + at <= bytes.length &&
    Array.from(signature).every((char, i) => bytes[at + i] === char.charCodeAt(0))
  );
}

/** Start-of-frame markers of JPEG (ITU-T T.81 table B.1): C0 to CF without C4, C8 and CC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Walks the segments of a JPEG up to the frame header, which holds the height and then the width. */
function jpegSize(bytes: Uint8Array): Size {
  const data = view(bytes);
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
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

function pngSize(bytes: Uint8Array): Size {
  if (bytes.length < 24 || !startsWith(bytes, "IHDR", 12)) return undefined;
  return { width: view(bytes).getUint32(16), height: view(bytes).getUint32(20), start: 16, end: 24 };
}

function gifSize(bytes: Uint8Array): Size {
  if (bytes.length < 10) return undefined;
  return { width: view(bytes).getUint16(6, true), height: view(bytes).getUint16(8, true), start: 6, end: 10 };
}

/**
 * The old header (12 bytes) has 16-bit sizes, every later one 32-bit, the height negative where the rows run
 * downward.
 */
function bmpSize(bytes: Uint8Array): Size {
  if (bytes.length < 26) return undefined;
  const data = view(bytes);
  if (data.getUint32(14, true) === 12)
    return { width: data.getUint16(18, true), height: data.getUint16(20, true), start: 18, end: 22 };
  return {
    width: Math.abs(data.getInt32(18, true)),
    height: Math.abs(data.getInt32(22, true)),
    start: 18,
    end: 26,
  };
}

interface Kind {
  readonly type: string;
  readonly name: string;
  readonly is: (bytes: Uint8Array) => boolean;
  readonly size?: (bytes: Uint8Array) => Size;
}

const KINDS: readonly Kind[] = [
  { type: "image/jpeg", name: "JPEG", is: (bytes) => startsWith(bytes, "\xff\xd8\xff"), size: jpegSize },
  { type: "image/png", name: "PNG", is: (bytes) => startsWith(bytes, "\x89PNG\r\n\x1a\n"), size: pngSize },
  {
    type: "image/gif",
    name: "GIF",
    is: (bytes) => startsWith(bytes, "GIF87a") || startsWith(bytes, "GIF89a"),
    size: gifSize,
  },
  { type: "image/bmp", name: "BMP", is: (bytes) => startsWith(bytes, "BM"), size: bmpSize },
  {
    type: "image/webp",
    name: "WebP",
    is: (bytes) => startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8),
  },
  {
    type: "image/tiff",
    name: "TIFF",
    is: (bytes) => startsWith(bytes, "II*\0") || startsWith(bytes, "MM\0*"),
  },
];

/**
 * What kind of picture the bytes begin and how large it is; `undefined` where they are none of those known.
 * Nothing is decoded.
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const kind = KINDS.find(({ is }) => is(bytes));
  return kind && { type: kind.type, name: kind.name, size: kind.size?.(bytes) };
}

/**
 * Reads a picture: base64 text [MS-ASCNTC 2.2.2.58, MS-ASCMD 2.2.3.39] or the bytes of an OPAQUE. `maxText`
 * is how many characters the text may have. Problems: those of `readBase64`, "picture-unknown",
 * "picture-cut", "picture-too-large".
 */
export function readPicture(content: ValueContent, maxText = Number.POSITIVE_INFINITY): ValueReading {
  const { bytes, place, problems } = binaryOf(content);
  const header = readPictureHeader(bytes);
  const { size } = header ?? {};
  const found: ValueProblem[] = [...problems];
  if (header === undefined)
    found.push(
      problem(
        "picture-unknown",
        "These bytes begin no picture that is known.",
        place(0, Math.min(4, bytes.length)),
      ),
    );
  else if (size === undefined && ["JPEG", "PNG", "GIF", "BMP"].includes(header.name))
    found.push(problem("picture-cut", "The header ends before the size."));
  if ((content.text?.length ?? 0) > maxText)
    found.push(problem("picture-too-large", `The base64 text may have ${maxText} characters.`));
  const pixels = size === undefined ? "" : `${size.width} × ${size.height} pixels`;
  const name = header?.name ?? "unknown data";
  const rows = [
    row(
      "Format",
      header === undefined ? "unknown" : `${name} (${header.type})`,
      place(0, Math.min(4, bytes.length)),
    ),
    ...(size === undefined ? [] : [row("Size", pixels, place(size.start, size.end))]),
    row("Bytes", count(bytes.length, "byte"), place(0, bytes.length)),
  ];
  const summary = [name, pixels, count(bytes.length, "byte")].filter((part) => part !== "").join(", ");
  return { kind: "picture", title: "Picture", summary, rows, problems: found };
}
