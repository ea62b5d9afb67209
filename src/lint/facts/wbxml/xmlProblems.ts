import type { ByteRange, TextRange } from "../../../bytes/range";
import { bytesAtText } from "../../../document/locate";
import { isEncodable, type Problem } from "../../../document/problem";
import type { Report } from "../../rule";
import type { MessageView } from "../../view";

const NO_BYTES: ByteRange = { start: 0, end: 0 };

/** Reports the problems of the XML that a message was given as, with their own texts and ranges. */
export function reportProblems(
  view: MessageView,
  problems: readonly Problem[],
  messageId: string,
  report: Report,
): void {
  const length = problems.length === 0 ? 0 : view.xml.length;
  const hasBytes = isEncodable(view.problems) && !view.hasOtherText;
  for (const { message, severity, range } of problems) {
    const to = Math.min(range.to, length);
    const textRange: TextRange = { from: Math.min(range.from, to), to };
    const bytes = hasBytes ? bytesAtText(view.document, textRange.from) : undefined;
    report(-1, messageId, { data: { text: message }, severity, textRange, range: bytes ?? NO_BYTES });
  }
}
