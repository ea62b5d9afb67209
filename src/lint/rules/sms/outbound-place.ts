import { spec } from "../../../eas/elements/element";
import { deviceRequest } from "../../exampleMessages";
import type { Report, Rule } from "../../rule";
import type { MessageView } from "../../view";

function check(node: number, view: MessageView, report: Report): void {
  const set = view.parent(node);
  const isInSet = view.key(set) === "Settings:Set";
  if (isInSet && view.key(view.parent(set)) === "Settings:DeviceInformation") return;
  const parent = isInSet
    ? `the Set of ${view.entry(view.parent(set))?.name ?? "something else"}`
    : (view.entry(set)?.name ?? "an unknown element");
  report(node, "place", { data: { name: view.entry(node)?.name, parent } });
}

/** EnableOutboundSMS and PhoneNumber belong in the Set of DeviceInformation. */
export const outboundPlace: Rule = {
  id: "sms/outbound-place",
  title: "Sending phone settings in the wrong place",
  severity: "error",
  spec: spec("MS-ASMS 3.1.4.3"),
  restates: ["schema/misplaced"],
  applies: { commands: ["Settings", "Provision"] },
  why:
    "They are properties of the device, which a server reads only from DeviceInformation. Anywhere " +
    "else they do not enable the phone to send.",
  messages: { place: "{name} is in {parent}. Move it into the Set of DeviceInformation." },
  elements: { "Settings:EnableOutboundSMS": check, "Settings:PhoneNumber": check },
  examples: [
    {
      title: "both in Set of DeviceInformation",
      messages: [
        deviceRequest("<PhoneNumber>+14255550123</PhoneNumber><EnableOutboundSMS>1</EnableOutboundSMS>"),
      ],
      finds: [],
    },
    {
      title: "the other order, with a prefix and a colon",
      messages: [
        '<s:Settings xmlns:s="Settings:"><s:DeviceInformation><s:Set><s:Model>Phone ' +
          "1</s:Model><s:EnableOutboundSMS>1</s:EnableOutboundSMS>" +
          "<s:PhoneNumber>+14255550123</s:PhoneNumber></s:Set></s:DeviceInformation></s:Settings>",
      ],
      finds: [],
    },
    {
      title: "directly in DeviceInformation",
      messages: [
        "<Settings " +
          'xmlns="Settings"><DeviceInformation><EnableOutboundSMS>1</EnableOutboundSMS>' +
          "</DeviceInformation></Settings>",
      ],
      finds: ["place"],
    },
    {
      title: "in the Set of the automatic reply",
      messages: [
        "<Settings " +
          'xmlns="Settings"><Oof><Set><PhoneNumber>+14255550123</PhoneNumber>' +
          "<EnableOutboundSMS>1</EnableOutboundSMS></Set></Oof></Settings>",
      ],
      finds: ["place", "place"],
    },
  ],
};
