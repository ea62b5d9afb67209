import type { ElementEntry } from "../../../eas/catalogue";
import type { SpecReference } from "../../../eas/elements/element";
import type { MessageView } from "../../view";
import { smsOfData } from "../sms/items";
import { smsElements } from "../sms/smsClass";
import { meaningSpec } from "./values";

/** Elements that MS-ASMS itself describes, wherever they stand. */
const OF_SENDING_PHONES: ReadonlySet<string> = new Set([
  "Settings:EnableOutboundSMS",
  "Settings:PhoneNumber",
]);

/**
 * Where the specification describes an element as it stands in a message: for a property of a text message in
 * MS-ASMS, else in the section of its meaning there, or its own. `holder` is the element it stands in, or is
 * missing from.
 */
export function elementSpec(
  view: MessageView,
  holder: number,
  entry: ElementEntry,
): SpecReference | undefined {
  const { sms } = entry;
  const isOfSms =
    OF_SENDING_PHONES.has(entry.key) || (smsElements.has(entry.key) && smsOfData(view, holder) !== undefined);
  if (sms !== undefined && isOfSms) return { document: "MS-ASMS", section: sms.section };
  return meaningSpec(view, holder, entry) ?? entry.spec[0];
}
