import { toHex } from "../../bytes/hex";
import { type Base64Value, readBase64 } from "./base64Value";
import { parseDate } from "./dateTime";
import { formatUtc } from "./fileTime";
import {
  formatCount,
  problem,
  row,
  shorten,
  type ValueProblem,
  type ValueReading,
  type ValueRow,
} from "./reading";

/** A DER element (ITU-T X.690): its tag, where its content starts, and where it ends. */
interface DerElement {
  readonly tag: number;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const OID = 0x06;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const VERSION = 0xa0;

/**
 * Reads the element at an offset; `undefined` if its tag or length is not valid DER, or it ends beyond
 * `limit`.
 */
function readDerElement(bytes: Uint8Array, start: number, limit: number): DerElement | undefined {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (
    start >= limit ||
    tag === undefined ||
    first === undefined ||
    (tag & 0x1f) === 0x1f ||
    first === 0x80 ||
    first > 0x84
  )
    return undefined;
  const more = first < 0x80 ? 0 : first - 0x80;
  const contentStart = start + 2 + more;
  const length =
    more === 0
      ? first
      : bytes.subarray(start + 2, contentStart).reduce((value, byte) => value * 256 + byte, 0);
  const end = contentStart + length;
  return end > limit ? undefined : { tag, start, contentStart, end };
}

/** Reads the elements inside another, as far as possible. */
function readDerChildren(bytes: Uint8Array, outer: DerElement | undefined): DerElement[] {
  const found: DerElement[] = [];
  if (outer === undefined) return found;
  let element = readDerElement(bytes, outer.contentStart, outer.end);
  while (element !== undefined) {
    found.push(element);
    element = readDerElement(bytes, element.end, outer.end);
  }
  return found;
}

/** Attribute types of a name (RFC 4519), by encoded object identifier. */
const ATTRIBUTE_NAMES: ReadonlyMap<string, string> = new Map([
  ["550403", "CN"],
  ["55040A", "O"],
  ["55040B", "OU"],
  ["550407", "L"],
  ["550408", "ST"],
  ["550406", "C"],
  ["2A864886F70D010901", "E"],
]);

function decodeDerText(bytes: Uint8Array, { tag, contentStart, end }: DerElement): string {
  const content = bytes.subarray(contentStart, end);
  if (tag === 0x1e) return new TextDecoder("utf-16be").decode(content);
  return new TextDecoder().decode(content);
}

/** Formats a distinguished name: "CN=Chris Gray, O=Contoso". */
function formatName(bytes: Uint8Array, name: DerElement): string {
  const parts = readDerChildren(bytes, name)
    .filter(({ tag }) => tag === SET)
    .flatMap((set) => readDerChildren(bytes, set))
    .map((attribute) => {
      const [type, value] = readDerChildren(bytes, attribute);
      const oid = type?.tag === OID ? toHex(bytes.subarray(type.contentStart, type.end), "") : "";
      return value === undefined
        ? ""
        : `${ATTRIBUTE_NAMES.get(oid) ?? "?"}=${shorten(decodeDerText(bytes, value))}`;
    });
  return shorten(parts.filter((part) => part !== "").join(", "), 300) || "(empty)";
}

/** Formats a time. The year of a UTCTime has two digits; below 50 it is 20xx (RFC 5280 section 4.1.2.5.1). */
function formatTime(bytes: Uint8Array, time: DerElement): string {
  const text = decodeDerText(bytes, time);
  const full = time.tag === UTC_TIME ? `${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}` : text;
  const compact = /^(\d{8})(\d{6}Z)$/.exec(full);
  const read = compact === null ? undefined : parseDate(compact.slice(1).join("T")).time;
  return read === undefined ? shorten(text) : formatUtc(read);
}

/**
 * Lists the fields of the signed part (RFC 5280 section 4.1): subject, issuer, validity and serial number.
 */
function listCertificateRows(bytes: Uint8Array, place: Base64Value["place"]): ValueRow[] {
  const [toBeSigned] = readDerChildren(bytes, readDerElement(bytes, 0, bytes.length));
  const fields = readDerChildren(bytes, toBeSigned).filter(({ tag }) => tag !== VERSION);
  const [serial, , issuer, validity, subject] = fields;
  if (serial?.tag !== INTEGER || subject?.tag !== SEQUENCE || issuer === undefined || validity === undefined)
    return [];
  const times = readDerChildren(bytes, validity).filter(
    ({ tag }) => tag === UTC_TIME || tag === GENERALIZED_TIME,
  );
  return [
    row("Subject", formatName(bytes, subject), place(subject.start, subject.end)),
    row("Issuer", formatName(bytes, issuer), place(issuer.start, issuer.end)),
    ...times
      .slice(0, 2)
      .map((time, i) =>
        row(i === 0 ? "Valid from" : "Valid to", formatTime(bytes, time), place(time.start, time.end)),
      ),
    row(
      "Serial number",
      toHex(bytes.subarray(serial.contentStart, serial.end)),
      place(serial.start, serial.end),
    ),
  ];
}

/**
 * Reads an X.509 certificate in base64 [MS-ASCMD 2.2.3.19]: names, validity and serial number. Verifies
 * nothing. Problems: those of `readBase64`, "certificate-unknown" (not a DER certificate),
 * "certificate-length" (truncated, or followed by other bytes).
 */
export function readCertificate(text: string): ValueReading {
  const { bytes, place, problems } = readBase64(text);
  const rows = listCertificateRows(bytes, place);
  const found: ValueProblem[] = [...problems];
  const whole = readDerElement(bytes, 0, Number.POSITIVE_INFINITY);
  if (whole === undefined || whole.tag !== SEQUENCE)
    found.push(
      problem(
        "certificate-unknown",
        "The value is not a DER certificate.",
        place(0, Math.min(2, bytes.length)),
      ),
    );
  else if (whole.end !== bytes.length) {
    found.push(
      problem(
        "certificate-length",
        `The certificate has ${whole.end} bytes, but there are ${bytes.length}.`,
        place(Math.min(whole.end, bytes.length), bytes.length),
      ),
    );
  } else if (rows.length === 0)
    found.push(
      problem("certificate-unknown", "The structure is not that of a certificate.", place(0, bytes.length)),
    );
  return {
    kind: "certificate",
    title: "Certificate",
    summary: rows[0]?.value ?? formatCount(bytes.length, "byte"),
    rows,
    problems: found,
  };
}
