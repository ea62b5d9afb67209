import type { ElementEntry } from "../../../eas/catalogue";
import type { SpecReference } from "../../../eas/elements/element";
import type { MessageView } from "../../view";
import { findSmsOfData } from "../sms/items";
import { smsElements } from "../sms/smsClass";
import { findMeaningSpec } from "./values";

/** Elements that MS-ASMS itself describes, wherever they stand. */
const OF_SENDING_PHONES: ReadonlySet<string> = new Set([
  "Settings:EnableOutboundSMS",
  "Settings:PhoneNumber",
]);

/**
 * Finds the section that describes an element where it stands: in MS-ASMS for a property of a text message,
 * else that of its meaning there, or its own. `holder` is the element it stands in, or is missing from.
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
