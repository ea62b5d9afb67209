import { toHex } from "../../../bytes/hex";
import { createView } from "../../../bytes/integers";
import type { InputProblem } from "../../format";
import type { Frame } from "../../tcp/segment";
import { toMilliseconds } from "../../time";

/** The frames of a capture file and the problems of the file. */
export interface Packets {
  /** Views into the file, numbered from 1 like in Wireshark. */
  readonly packets: readonly Frame[];
  readonly problems: readonly InputProblem[];
}

const SECTION = 0x0a0d0d0a;
/** The block types that contain packets. */
const OBSOLETE = 2;
const SIMPLE = 3;
const ENHANCED = 6;
const MAGIC = new Map([
  ["D4C3B2A1", true],
  ["4D3CB2A1", true],
  ["A1B2C3D4", false],
  ["A1B23C4D", false],
]);

const readMagic = (bytes: Uint8Array): string => toHex(bytes.subarray(0, 4), "");

/** "pcap" or "pcapng" according to the magic number at the start; `undefined` for anything else. */
export function captureKind(bytes: Uint8Array): "pcap" | "pcapng" | undefined {
  const magic = readMagic(bytes);
  if (MAGIC.has(magic) && bytes.length >= 24) return "pcap";
  return magic === "0A0D0D0A" && bytes.length >= 28 ? "pcapng" : undefined;
}

function cutFile(start: number, end: number): InputProblem {
  return {
    code: "cut-capture-file",
    severity: "error",
    message: "The file ends inside a packet or block.",
    bytes: { start, end },
  };
}

/** Reports how many packets were captured only in part. */
function shortPackets(count: number): readonly InputProblem[] {
  if (count === 0) return [];
  const message = `${count} packets were captured only in part (snap length): bytes are missing.`;
  return [{ code: "short-packets", severity: "warning", message }];
}

/** The classic format: a header of 24 bytes, then records of 16 bytes and data. */
function readPcap(bytes: Uint8Array): Packets {
  const view = createView(bytes);
  const little = MAGIC.get(readMagic(bytes)) ?? true;
  const linkType = view.getUint32(20, little) & 0xffff;
  const isNano = /4D3CB2A1|A1B23C4D/.test(readMagic(bytes));
  const packets: Frame[] = [];
  const problems: InputProblem[] = [];
  let short = 0;
  let at = 24;
  while (at + 16 <= bytes.length) {
    const kept = view.getUint32(at + 8, little);
    if (kept < view.getUint32(at + 12, little)) short++;
    if (at + 16 + kept > bytes.length) break;
    const fraction = view.getUint32(at + 4, little) / (isNano ? 1_000_000 : 1000);
    packets.push({
      number: packets.length + 1,
      linkType,
      bytes: bytes.subarray(at + 16, at + 16 + kept),
      capturedAt: toMilliseconds(view.getUint32(at, little) * 1000 + fraction),
    });
    at += 16 + kept;
  }
  if (at < bytes.length) problems.push(cutFile(at, bytes.length));
  return { packets, problems: [...problems, ...shortPackets(short)] };
}

interface Section {
  readonly little: boolean;
  readonly linkTypes: number[];
  /** How many units of its time stamps are a second, by interface. */
  readonly unitsPerSecond: number[];
}

interface PcapngBlock {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly type: number;
  readonly section: Section;
}

/**
 * Where the data of a packet block starts, its captured length and its original length; `undefined` for other
 * blocks.
 */
function packetData({ view, type, section }: PcapngBlock):
  | {
      readonly from: number;
      readonly kept: number;
      readonly sent: number;
      readonly link: number;
      readonly capturedAt?: number | undefined;
    }
  | undefined {
  const { little, linkTypes } = section;
  const size = view.byteLength;
  if ((type === ENHANCED || type === OBSOLETE) && size >= 32) {
    const interfaceId = type === ENHANCED ? view.getUint32(8, little) : view.getUint16(8, little);
    return {
      from: 28,
      kept: view.getUint32(20, little),
      sent: view.getUint32(24, little),
      link: linkTypes[interfaceId] ?? -1,
      capturedAt: readStamp(view, little, section.unitsPerSecond[interfaceId] ?? 1_000_000),
    };
  }
  if (type !== SIMPLE || size < 16) return undefined;
  const sent = view.getUint32(8, little);
  return { from: 12, kept: Math.min(sent, size - 16), sent, link: linkTypes[0] ?? -1 };
}

/** The time stamp of a packet block: two halves of a number of units since 1970. */
function readStamp(view: DataView, little: boolean, unitsPerSecond: number): number | undefined {
  const units = view.getUint32(12, little) * 2 ** 32 + view.getUint32(16, little);
  return units === 0 ? undefined : toMilliseconds((units / unitsPerSecond) * 1000);
}

const END_OF_OPTIONS = 0;
const IF_TSRESOL = 9;

/**
 * The if_tsresol of an interface block: a power of 10, or of 2 if its high bit is set; microseconds if
 * absent.
 */
function readResolution(view: DataView, little: boolean): number {
  for (let at = 16; at + 4 <= view.byteLength - 4; ) {
    const code = view.getUint16(at, little);
    const length = view.getUint16(at + 2, little);
    if (code === END_OF_OPTIONS) break;
    if (code === IF_TSRESOL && length >= 1) {
      const value = view.getUint8(at + 4);
      return (value & 0x80) === 0 ? 10 ** value : 2 ** (value & 0x7f);
    }
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return 1_000_000;
}

/**
 * pcapng: blocks of type, length, body, length; a section header gives the byte order, interface blocks the
 * link types.
 */
function readPcapng(bytes: Uint8Array): Packets {
  const packets: Frame[] = [];
  const problems: InputProblem[] = [];
  let section: Section = { little: true, linkTypes: [], unitsPerSecond: [] };
  let short = 0;
  let at = 0;
  while (at + 12 <= bytes.length) {
    const view = createView(bytes.subarray(at));
    if (view.getUint32(0, false) === SECTION)
      section = {
        little: view.getUint32(8, true) === 0x1a2b3c4d,
        linkTypes: [],
        unitsPerSecond: [],
      };
    const size = view.getUint32(4, section.little);
    if (size < 12 || size % 4 !== 0 || at + size > bytes.length) break;
    const block: PcapngBlock = {
      view: createView(bytes.subarray(at, at + size)),
      bytes: bytes.subarray(at, at + size),
      type: view.getUint32(0, section.little),
      section,
    };
    if (block.type === 1 && size >= 20) {
      section.linkTypes.push(block.view.getUint16(8, section.little));
      section.unitsPerSecond.push(readResolution(block.view, section.little));
    }
    const data = packetData(block);
    if (data && data.kept < data.sent) short++;
    if (data)
      packets.push({
        number: packets.length + 1,
        linkType: data.link,
        capturedAt: data.capturedAt,
        bytes: block.bytes.subarray(data.from, Math.min(data.from + data.kept, size - 4)),
      });
    at += size;
  }
  if (at < bytes.length) problems.push(cutFile(at, bytes.length));
  return { packets, problems: [...problems, ...shortPackets(short)] };
}

/** All frames of a pcap or pcapng file. Total: frames before any damage are kept. */
export function readPackets(bytes: Uint8Array): Packets {
  return captureKind(bytes) === "pcap" ? readPcap(bytes) : readPcapng(bytes);
}
