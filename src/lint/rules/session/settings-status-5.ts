import { spec } from "../../../eas/elements/element";
import { isAtLeast } from "../../../eas/products";
import { deviceRequest, deviceResponse } from "../../exampleMessages";
import { findPhoneNumberViolation } from "../../facts/sms/outbound";
import { readSmsConversation } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";
import type { MessageView } from "../../view";

const without = deviceRequest("<EnableOutboundSMS>1</EnableOutboundSMS>");
const whole = deviceRequest(
  "<PhoneNumber>+14255550123</PhoneNumber><EnableOutboundSMS>1</EnableOutboundSMS>",
);

/** Finds the Status of the device information, or otherwise that of the whole response. */
function findStatus(response: MessageView): number {
  if (response.root < 0) return -1;
  const device = response.child(response.root, "Settings:DeviceInformation");
  const own = device < 0 ? -1 : response.child(device, "Settings:Status");
  return own >= 0 ? own : response.child(response.root, "Settings:Status");
}

/** A server responds with status 5 to a phone that enables sending without its number. */
export const settingsStatus5: Rule = {
  id: "session/settings-status-5",
  title: "Response to a sending phone without a number",
  severity: "warning",
  spec: spec("MS-ASMS 3.2.5.3"),
  why:
    "Status 5 reports an invalid argument, but not which one. The first release of Exchange 2010 " +
    "requires the number; 2010 SP1 and later do not, so the response indicates the release of the " +
    "server.",
  messages: {
    deserved:
      "The server returned status 5 because EnableOutboundSMS is 1 and {what}. Send the phone number.",
    passed:
      "EnableOutboundSMS is 1 and {what}, but the server accepted the request. This product should " +
      "respond with status 5.",
    later:
      "EnableOutboundSMS is 1 and {what}. The server accepted the request, as Exchange 2010 SP1 and " +
      "later do. The first release of Exchange 2010 responds with status 5.",
  },
  session: (views, report) => {
    for (const { request, response } of readSmsConversation(views).pairs) {
      if (request.command !== "Settings") continue;
      const violation = request
        .all("Settings:Set")
        .flatMap((set) => findPhoneNumberViolation(request, set) ?? [])[0];
      const node = findStatus(response);
      if (violation === undefined || node < 0) continue;
      const status = response.text(node);
      const { product } = response.context;
      const data = { what: violation.what };
      if (status === "5") report(response, node, "deserved", { data, severity: "info" });
      else if (status === "1" && product === "exchange2010") report(response, node, "passed", { data });
      else if (status === "1" && !isAtLeast(product, "exchange2010"))
        report(response, node, "later", { data, severity: "info" });
    }
  },
  examples: [
    { title: "with the number", messages: [whole, deviceResponse("1")], finds: [] },
    {
      title: "sending disabled",
      messages: [deviceRequest("<EnableOutboundSMS>0</EnableOutboundSMS>"), deviceResponse("1")],
      finds: [],
    },
    { title: "status 5 for another reason", messages: [whole, deviceResponse("5")], finds: [] },
    {
      title: "no number, accepted by Exchange 2013",
      messages: [without, deviceResponse("1")],
      context: { product: "exchange2013" },
      finds: [],
    },
    {
      title: "no number, accepted by Exchange Server SE",
      messages: [without, deviceResponse("1")],
      context: { product: "exchangeSE" },
      finds: [],
    },
    {
      title: "no number, accepted by a server that is not Exchange",
      messages: [without, deviceResponse("1")],
      context: { product: "other" },
      finds: ["later"],
    },
    { title: "no number, rejected", messages: [without, deviceResponse("5")], finds: ["deserved"] },
    {
      title: "no number, the whole request rejected",
      messages: [without, '<Settings xmlns="Settings"><Status>5</Status></Settings>'],
      finds: ["deserved"],
    },
    {
      title: "no number, accepted by the first Exchange 2010",
      messages: [without, deviceResponse("1")],
      context: { product: "exchange2010" },
      finds: ["passed"],
    },
    {
      title: "no number, accepted by a server of unknown release",
      messages: [without, deviceResponse("1")],
      finds: ["later"],
    },
  ],
};
