import { parsePhoneRecipients, writePhoneRecipients } from "../../../eas/values/phoneRecipients";
import { replacement } from "../../fix";
import type { Fix, Report } from "../../rule";
import type { MessageView } from "../../view";
import { bytesOfPart } from "./valuePlace";

/** The ids of the messages that `reportPhones` reports. */
export type PhoneMessage = "empty" | "name" | "brackets" | "number" | "list" | "unusual";

/** What the problems of the reader are called by the rules on From and To. */
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

/** Problems whose mending leaves every name and number as it is. */
const PLAIN: ReadonlySet<string> = new Set([
  "phone-entry-empty",
  "phone-name-unquoted",
  "phone-keyword",
  "phone-bracket-missing",
  "phone-separator",
]);

/** One recipient as nearly all are written, with which nothing can be wrong. */
const PLAINLY_RIGHT = /^(?:"[^"\\]+" )?\[MOBILE:\+?\d{3,15}\]$/;

/** Whether something is made of the keys of a phone, as the codes of networks are (*67, #31#+1425…). */
function isOfKeys(text: string): boolean {
  return /^[\d*#+ ]*\d[\d*#+ ]*$/.test(text);
}

/**
 * Reports what is wrong in the recipients that an element names, each kind of problem once, with a fix that
 * writes them anew. Gives how many recipients there are.
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
  const told = new Set<PhoneMessage>(ignored);
  for (const { code, message, text: place } of problems) {
    const messageId = MESSAGES[code];
    if (messageId === undefined || told.has(messageId)) continue;
    told.add(messageId);
    const range = place && bytesOfPart(view, node, place);
    const part = place === undefined ? "" : text.slice(place.from, place.to);
    const severity = messageId === "unusual" && isOfKeys(part) ? "info" : "warning";
    report(node, messageId, {
      data: { what: message, part: part.slice(0, 60) },
      fixes: rewriting(view, node, text),
      ...(range && { range }),
      ...((messageId === "unusual" || messageId === "empty") && { severity }),
    });
  }
  return recipients.length;
}

function rewriting(view: MessageView, node: number, text: string): readonly Fix[] {
  const { recipients, problems } = parsePhoneRecipients(text);
  const written = writePhoneRecipients(recipients);
  const isMended = problems.some(({ code }) => code !== "phone-number-unusual");
  if (written === undefined || !isMended) return [];
  const isSafe = problems.every(({ code }) => PLAIN.has(code));
  return [replacement("Write the recipients anew", view, node, written, isSafe)];
}
