import type { ElementEntry } from "../../../eas/catalogue";
import type { SpecReference } from "../../../eas/elements/element";
import type { MessageView } from "../../view";
import { findSmsOfData } from "../sms/items";
import { smsElements } from "../sms/smsClass";
import { findMeaningSpec } from "./values";

/** Elements that MS-ASMS itself describes, in every place. */
const OF_SENDING_PHONES: ReadonlySet<string> = new Set([
  "Settings:EnableOutboundSMS",
  "Settings:PhoneNumber",
]);

/**
 * Finds the section that describes an element in its place: MS-ASMS for a property of a text message,
 * otherwise the section for its meaning in that place, or the element's own. `holder` is the element that
 * contains it, or that it is missing from.
 */
export function findElementSpec(
  view: MessageView,
  holder: number,
  entry: ElementEntry,
): SpecReference | undefined {
  const { sms } = entry;
  const isOfSms =
    OF_SENDING_PHONES.has(entry.key) ||
    (smsElements.has(entry.key) && findSmsOfData(view, holder) !== undefined);
  if (sms !== undefined && isOfSms) return { document: "MS-ASMS", section: sms.section };
  return findMeaningSpec(view, holder, entry) ?? entry.spec[0];
}
