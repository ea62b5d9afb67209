import { spec } from "../../../eas/elements/element";
import {
  clientAdd,
  conversation,
  serverAdd,
  smsData,
  syncRequest,
  syncResponse,
} from "../../exampleMessages";
import { findSmsOfData } from "../../facts/sms/items";
import { checkWhereSms } from "../../facts/sms/mentions";
import { reportPhones } from "../../facts/sms/phones";
import type { Rule } from "../../rule";

const to = (value: string): string =>
  smsData.replace(/<email:To>[^<]*<\/email:To>/, `<email:To>${value}</email:To>`);

/** To is a comma-separated list of recipients, each an optional name in quotes and a number in [MOBILE:…]. */
export const toFormat: Rule = {
  id: "sms/to-format",
  title: "Malformed recipients of a text message",
  severity: "error",
  spec: spec("MS-ASMS 2.2.2.1.10"),
  applies: { commands: ["Sync"] },
  why:
    "A phone that sends the message dials the numbers in the brackets. It can't send to a recipient " +
    "that is written in any other way.",
  messages: {
    empty: "To is present but names no recipients. {what} Remove it, or add the recipients.",
    name: "A recipient's name must be in double quotes: “{part}”. {what}",
    brackets:
      "A recipient's number must be in square brackets, as in [MOBILE:+14255550143]: “{part}”. {what}",
    number: "A recipient has no number in its brackets. {what}",
    list: "Recipients must be separated by one comma and nothing else: “{part}”. {what}",
    unusual: "“{part}” can't be dialled. {what}",
  },
  chooseCheck: checkWhereSms({
    "Email:To": (node, view, report) => {
      if (findSmsOfData(view, view.parent(node)) !== undefined) reportPhones(view, node, report);
    },
  }),
  examples: [
    { title: "one number", messages: [syncRequest(clientAdd())], finds: [] },
    {
      title: "the number as its own name",
      messages: [syncResponse(serverAdd(to('"14255550143" [MOBILE:14255550143]') + conversation))],
      finds: [],
    },
    {
      title: "three recipients, with and without a name",
      messages: [
        syncResponse(
          serverAdd(to('"Ada" [MOBILE:+14255550143],[MOBILE:1],"Ben, Sales" [MOBILE: 2]') + conversation),
        ),
      ],
      finds: [],
    },
    {
      title: "e-mail addresses in an e-mail",
      messages: [syncResponse(serverAdd('<email:To>"Ada" &lt;ada@example.com></email:To>', ""))],
      finds: [],
    },
    {
      title: "a semicolon between two",
      messages: [syncRequest(clientAdd(to('"Ada" [MOBILE:1];"Ben" [MOBILE:2]')))],
      finds: ["list"],
      fixed: syncRequest(clientAdd(to('"Ada" [MOBILE:1],"Ben" [MOBILE:2]'))),
    },
    {
      title: "no quotes, and a lower-case keyword",
      messages: [syncRequest(clientAdd(to("Ada [mobile:1]")))],
      finds: ["name", "brackets"],
    },
    {
      title: "an e-mail address",
      messages: [syncRequest(clientAdd(to('"Ada" &lt;ada@example.com>')))],
      finds: ["brackets", "unusual"],
    },
    { title: "no number", messages: [syncRequest(clientAdd(to('"Ada" [MOBILE:]')))], finds: ["number"] },
    {
      title: "a word instead of a number",
      messages: [syncRequest(clientAdd(to('"Ada" [MOBILE:Ada]')))],
      finds: ["unusual"],
    },
    { title: "nothing", messages: [syncRequest(clientAdd(to("")))], finds: ["empty"] },
  ],
};
