import { spec } from "../../../eas/elements/element";
import { isAtLeast } from "../../../eas/products";
import { deviceRequest } from "../../exampleMessages";
import { findPhoneNumberViolation } from "../../facts/sms/outbound";
import type { Rule } from "../../rule";

const enable = "<EnableOutboundSMS>1</EnableOutboundSMS>";

/** A phone that enables sending text messages provides its number. */
export const phoneNumber: Rule = {
  id: "sms/phone-number",
  title: "Sending phone without a telephone number",
  severity: "error",
  spec: spec("MS-ASMS 3.2.5.3"),
  applies: { commands: ["Settings", "Provision"], direction: "request" },
  why:
    "The number tells the administrator and the user's other clients which phone sends. The first " +
    "release of Exchange 2010 rejects EnableOutboundSMS 1 without it (status 5); Exchange 2010 SP1 " +
    "and later do not require it.",
  messages: {
    missing:
      "EnableOutboundSMS is 1 and {what}, so this server responds with status 5. Write the phone's " +
      "number in PhoneNumber.",
    undecided:
      "EnableOutboundSMS is 1 and {what}. The first release of Exchange 2010 responds with status 5; " +
      "2010 SP1 and later do not. Set the product in the context to check this.",
    strict:
      "EnableOutboundSMS is 1 and {what}. By the specification the server responds with status 5, though " +
      "Exchange 2010 SP1 and later do not. Write the phone's number in PhoneNumber.",
    odd: "“{value}” contains no digit, so it is not a telephone number.",
  },
  elements: {
    "Settings:Set": (node, view, report) => {
      const violation = findPhoneNumberViolation(view, node);
      const number = view.childText(node, "Settings:PhoneNumber") ?? "";
      if (number.trim() !== "" && !/\d/.test(number))
        report(view.child(node, "Settings:PhoneNumber"), "odd", {
          data: { value: number.slice(0, 40) },
          severity: "warning",
        });
      if (violation === undefined) return;
      const { product } = view.context;
      const data = { what: violation.what };
      if (isAtLeast(product, "exchange2010sp1")) return;
      if (product === "exchange2010") report(violation.node, "missing", { data });
      else report(violation.node, product === "other" ? "strict" : "undecided", { data, severity: "info" });
    },
  },
  examples: [
    {
      title: "with its number",
      messages: [deviceRequest(`<PhoneNumber>+14255550123</PhoneNumber>${enable}`)],
      context: { product: "exchange2010" },
      finds: [],
    },
    {
      title: "with the number after it",
      messages: [deviceRequest(`${enable}<PhoneNumber>14255550123</PhoneNumber>`)],
      finds: [],
    },
    {
      title: "a phone that no longer sends",
      messages: [deviceRequest("<EnableOutboundSMS>0</EnableOutboundSMS>")],
      context: { product: "exchange2010" },
      finds: [],
    },
    {
      title: "no number, to Exchange 2010 SP1",
      messages: [deviceRequest(enable)],
      context: { product: "exchange2010sp1" },
      finds: [],
    },
    {
      title: "an empty number, to Exchange 2013",
      messages: [deviceRequest(`<PhoneNumber/>${enable}`)],
      context: { product: "exchange2013" },
      finds: [],
    },
    {
      title: "no number, to Exchange Online",
      messages: [deviceRequest(enable)],
      context: { product: "exchangeOnline" },
      finds: [],
    },
    {
      title: "no number, to a server that is not Exchange",
      messages: [deviceRequest(enable)],
      context: { product: "other" },
      finds: ["strict"],
    },
    {
      title: "a device that does not mention sending",
      messages: [deviceRequest("<Model>Phone 1</Model>")],
      context: { product: "exchange2010" },
      finds: [],
    },
    {
      title: "no number, to the first Exchange 2010",
      messages: [deviceRequest(enable)],
      context: { product: "exchange2010" },
      finds: ["missing"],
    },
    {
      title: "an empty number, to the first Exchange 2010",
      messages: [deviceRequest(`<PhoneNumber></PhoneNumber>${enable}`)],
      context: { product: "exchange2010" },
      finds: ["missing"],
    },
    {
      title: "no number, to a server of unknown release",
      messages: [deviceRequest(enable)],
      finds: ["undecided"],
    },
    {
      title: "an invalid number",
      messages: [deviceRequest(`<PhoneNumber>mine</PhoneNumber>${enable}`)],
      finds: ["odd"],
    },
  ],
};
