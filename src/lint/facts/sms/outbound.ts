import type { MessageView } from "../../view";

/** Where the telephone number is missing, and a description to insert into a sentence. */
export interface PhoneNumberViolation {
  readonly node: number;
  readonly what: string;
}

/** Whether a Set of DeviceInformation enables sending [MS-ASMS 2.2.2.2.2]. */
export function isSendingEnabled(view: MessageView, set: number): boolean {
  return (
    view.key(view.parent(set)) === "Settings:DeviceInformation" &&
    view.childText(set, "Settings:EnableOutboundSMS")?.trim() === "1"
  );
}

/**
 * Finds sending that is enabled without a telephone number [MS-ASMS 3.2.5.3]; `undefined` if there is a
 * number, or none is needed.
 */
export function findPhoneNumberViolation(view: MessageView, set: number): PhoneNumberViolation | undefined {
  if (!isSendingEnabled(view, set)) return undefined;
  const number = view.child(set, "Settings:PhoneNumber");
  if (number < 0)
    return { node: view.child(set, "Settings:EnableOutboundSMS"), what: "there is no PhoneNumber" };
  return view.text(number)?.trim() === "" ? { node: number, what: "PhoneNumber is empty" } : undefined;
}
