import { parsePhoneRecipients, writePhoneRecipients } from "../../../eas/values/phoneRecipients";
import { replacementFix } from "../../fix";
import type { Fix, Report } from "../../rule";
import type { MessageView } from "../../view";
import { findBytesOfPart } from "./valuePlace";

/** The ids of the messages that `reportPhones` reports. */
export type PhoneMessage = "empty" | "name" | "brackets" | "number" | "list" | "unusual";

/** The messages of the From and To rules, by the parser's problem codes. */
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

/** Problems that can be corrected without changing a name or number. */
const PLAIN: ReadonlySet<string> = new Set([
  "phone-entry-empty",
  "phone-name-unquoted",
  "phone-keyword",
  "phone-bracket-missing",
  "phone-separator",
]);

/** One recipient in the most common spelling, which is certainly valid. */
const PLAINLY_RIGHT = /^(?:"[^"\\]+" )?\[MOBILE:\+?\d{3,15}\]$/;

/** Whether a text consists of phone keys, as network codes do (*67, #31#+1425…). */
function isPhoneKeys(text: string): boolean {
  return /^[\d*#+ ]+$/.test(text) && /\d/.test(text);
}

/**
 * Reports the problems of the recipients that an element names, each kind of problem once, with a fix that
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
  return [replacementFix("Rewrite the recipients", view, node, written, isSafe)];
}
