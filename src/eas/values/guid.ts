import { byteAt } from "../../bytes/byteAt";
import { toHex } from "../../bytes/hex";

const groupDigits = (digits: string): string =>
  digits.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** Formats 16 bytes as a GUID in byte order, as PidTagConversationIndex stores it [MS-OXOMSG 2.2.1.3]. */
export function formatGuid(bytes: Uint8Array): string {
  return groupDigits(toHex(bytes, ""));
}

/**
 * Formats 16 bytes as a GUID with three little-endian fields first: the packet form of [MS-DTYP] 2.3.4.2,
 * used by most programs.
 */
export function formatLittleEndianGuid(bytes: Uint8Array): string {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  return groupDigits(
    toHex(
      Uint8Array.from(order, (at) => byteAt(bytes, at)),
      "",
    ),
  );
}
