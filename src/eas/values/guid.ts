import { toHex } from "../../bytes/hex";

const grouped = (digits: string): string =>
  digits.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** 16 bytes as a GUID, first byte first: the way PidTagConversationIndex stores one [MS-OXOMSG 2.2.1.3]. */
export function guidInOrder(bytes: Uint8Array): string {
  return grouped(toHex(bytes, ""));
}

/**
 * 16 bytes as a GUID whose first three fields are little-endian, the packet form of [MS-DTYP] 2.3.4.2 and of
 * most programs.
 */
export function guidLittleEndian(bytes: Uint8Array): string {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  return grouped(
    toHex(
      Uint8Array.from(order, (at) => bytes[at] ?? 0),
      "",
    ),
  );
}
