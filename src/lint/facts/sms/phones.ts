import { parsePhoneRecipients, writePhoneRecipients } from "../../../eas/values/phoneRecipients";
import { replacementFix } from "../../fix";
import type { Fix, Report } from "../../rule";
import type { MessageView } from "../../view";
import { findBytesOfPart } from "./valuePlace";

/** The ids of the messages that `reportPhones` reports. */
export type PhoneMessage = "empty" | "name" | "brackets" | "number" | "list" | "unusual";

/** The messages of the rules on From and To, by the reader's problems. */
const MESSAGES: Readonly<Record<string, PhoneMessage>> = {
  "phone-empty": "empty",
  "phone-entry-empty": "list",
  "phone-name-unclosed": "name",
  "phone-name-unquoted": "name",
  "phone-keyword": "brackets",
  "phone-bracket-missing": "brackets",
  "phone-bracket-unclosed": "brackets",
  "phone-number-missing": "number",
  "phone-number-unusual": "unusual",
  "phone-after-entry": "list",
  "phone-separator": "list",
};

/** Problems that can be corrected without a change to any name or number. */
const PLAIN: ReadonlySet<string> = new Set([
  "phone-entry-empty",
  "phone-name-unquoted",
  "phone-keyword",
  "phone-bracket-missing",
  "phone-separator",
]);

/** One recipient as nearly all are written, which is certainly right. */
const PLAINLY_RIGHT = /^(?:"[^"\\]+" )?\[MOBILE:\+?\d{3,15}\]$/;

/** Whether a text consists of keys of a phone, as network codes do (*67, #31#+1425…). */
function isPhoneKeys(text: string): boolean {
  return /^[\d*#+ ]*\d[\d*#+ ]*$/.test(text);
}

/**
 * Reports what is wrong with the recipients that an element names, each kind of problem once, with a fix that
 * rewrites them. Returns the number of recipients.
 */
export function reportPhones(
  view: MessageView,
  node: number,
  report: Report,
  ignored: readonly PhoneMessage[] = [],
): number {
  const text = view.text(node);
  if (text === undefined) return 0;
  if (PLAINLY_RIGHT.test(text)) return 1;
  const { problems, recipients } = parsePhoneRecipients(text);
  const reported = new Set<PhoneMessage>(ignored);
  for (const { code, message, text: place } of problems) {
    const messageId = MESSAGES[code];
    if (messageId === undefined || reported.has(messageId)) continue;
    reported.add(messageId);
    const range = place && findBytesOfPart(view, node, place);
    const part = place === undefined ? "" : text.slice(place.from, place.to);
    const severity = messageId === "unusual" && isPhoneKeys(part) ? "info" : "warning";
    report(node, messageId, {
      data: { what: message, part: part.slice(0, 60) },
      fixes: rewriteRecipients(view, node, text),
      ...(range && { range }),
      ...((messageId === "unusual" || messageId === "empty") && { severity }),
    });
  }
  return recipients.length;
}

function rewriteRecipients(view: MessageView, node: number, text: string): readonly Fix[] {
  const { recipients, problems } = parsePhoneRecipients(text);
  const written = writePhoneRecipients(recipients);
  const isFixable = problems.some(({ code }) => code !== "phone-number-unusual");
  if (written === undefined || !isFixable) return [];
  const isSafe = problems.every(({ code }) => PLAIN.has(code));
  return [replacementFix("Write the recipients anew", view, node, written, isSafe)];
}
