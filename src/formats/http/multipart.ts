import { createView } from "../../bytes/integers";
import type { ByteRange } from "../../bytes/range";
import type { InputProblem } from "../format";

/** The parts of a multipart response: part 0 is WBXML, the others are referenced by its Part elements. */
export interface Multipart {
  readonly parts: readonly Uint8Array[];
  /** Where each part is in the body. */
  readonly ranges: readonly ByteRange[];
  readonly problems: readonly InputProblem[];
}

function problem(code: string, message: string, bytes: ByteRange): InputProblem {
  return { code, severity: "error", message, bytes };
}

/**
 * MultiPartResponse = PartsCount, PartsCount × (Offset, Length), Parts; all numbers are 4 bytes,
 * little-endian, with offsets from the start of the body [MS-ASCMD] 2.2.1.10.1.1. Ranges of problems refer to
 * the body. Total: a body without a usable table gives no parts; a part that extends past the end is cut.
 * Each of these is a problem.
 */
export function splitMultipart(body: Uint8Array): Multipart {
  const view = createView(body);
  const count = body.length >= 4 ? view.getUint32(0, true) : 0;
  if (count === 0 || 4 + count * 8 > body.length) {
    const message = `The table of the multipart body doesn't fit: ${count} parts in ${body.length} bytes.`;
    return {
      parts: [],
      ranges: [],
      problems: [problem("bad-multipart-table", message, { start: 0, end: Math.min(4, body.length) })],
    };
  }
  const problems: InputProblem[] = [];
  const ranges: ByteRange[] = [];
  for (let i = 0; i < count; i++) {
    const offset = view.getUint32(4 + i * 8, true);
    const length = view.getUint32(8 + i * 8, true);
    const start = Math.min(offset, body.length);
    const end = Math.min(offset + length, body.length);
    const entry = { start: 4 + i * 8, end: 12 + i * 8 };
    if (end - start < length) {
      problems.push(
        problem(
          "multipart-part-cut",
          `Part ${i} should be ${length} bytes from offset ${offset}, but only ${end - start} are present.`,
          entry,
        ),
      );
    } else if (offset < 4 + count * 8) {
      problems.push({
        ...problem(
          "multipart-part-overlaps-table",
          `Part ${i} starts at offset ${offset}, inside the table.`,
          entry,
        ),
        severity: "warning",
      });
    }
    ranges.push({ start, end });
  }
  return { parts: ranges.map(({ start, end }) => body.subarray(start, end)), ranges, problems };
}
