import type { MessageView } from "../../view";

/** What a server that wants a telephone number misses: the place and the middle of a sentence. */
export interface PhoneNumberFault {
  readonly node: number;
  readonly what: string;
}

/** Whether a Set of DeviceInformation switches sending on [MS-ASMS 2.2.2.2.2]. */
export function enablesSending(view: MessageView, set: number): boolean {
  return (
    view.key(view.parent(set)) === "Settings:DeviceInformation" &&
    view.childText(set, "Settings:EnableOutboundSMS")?.trim() === "1"
  );
}

/**
 * Sending switched on without a telephone number [MS-ASMS 3.2.5.3]; `undefined` where there is one, or none
 * is needed.
 */
export function phoneNumberFault(view: MessageView, set: number): PhoneNumberFault | undefined {
  if (!enablesSending(view, set)) return undefined;
  const number = view.child(set, "Settings:PhoneNumber");
  if (number < 0)
    return { node: view.child(set, "Settings:EnableOutboundSMS"), what: "there is no PhoneNumber" };
  return view.text(number)?.trim() === "" ? { node: number, what: "PhoneNumber is empty" } : undefined;
}
