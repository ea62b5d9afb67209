import { toHex } from "../../bytes/hex";
import { readByteArray } from "./byteArray";
import { formatGuid, formatLittleEndianGuid } from "./guid";
import { atBytes, formatCount, problem, row, type ValueContent, type ValueReading } from "./reading";

const LENGTH = 16;

/**
 * Reads a ConversationId [MS-ASCON 2.2.2.3]: 16 bytes, either the GUID of the conversation index or a hash
 * [MS-OXOMSG 2.2.1.2]. Problems: "conversation-id-length", "byte-array-inline".
 */
export function readConversationId(content: ValueContent): ValueReading {
  const { bytes, problems } = readByteArray(content);
  const whole = atBytes(0, bytes.length);
  const rows = [row("Hex", toHex(bytes), whole)];
  const isWhole = bytes.length === LENGTH;
  if (isWhole) {
    rows.push(row("GUID, bytes in order (as in ConversationIndex)", formatGuid(bytes), whole));
    rows.push(row("GUID, first three fields little-endian", formatLittleEndianGuid(bytes), whole));
  }
  const wrong = problem(
    "conversation-id-length",
    `A conversation ID has ${LENGTH} bytes; this value has ${bytes.length}.`,
    whole,
  );
  return {
    kind: "conversation-id",
    title: "Conversation ID",
    summary: isWhole ? formatGuid(bytes) : `${formatCount(bytes.length, "byte")}, not ${LENGTH}`,
    rows,
    problems: isWhole ? problems : [...problems, wrong],
  };
}
