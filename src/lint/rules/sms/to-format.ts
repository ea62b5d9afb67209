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
  smsData.replace(/<email:To>.*<\/email:To>/, `<email:To>${value}</email:To>`);

/**
 * To is a list of recipients with commas between them, each a name in quotes, which may be left out, and a
 * number in [MOBILE:…].
 */
export const toFormat: Rule = {
  id: "sms/to-format",
  title: "Recipients of a text message written wrongly",
  severity: "error",
  spec: spec("MS-ASMS 2.2.2.1.10"),
  applies: { commands: ["Sync"] },
  why:
    "A phone that sends the message dials the numbers it finds in the brackets. What is not written so " +
    "is nobody it can send to.",
  messages: {
    empty: "To is there and names nobody. {what} Leave it out, or write the recipients.",
    name: "A recipient's name is to stand in double quotes: “{part}”. {what}",
    brackets:
      "A recipient's number is to stand in square brackets, as [MOBILE:+14255550143]: “{part}”. {what}",
    number: "A recipient has no number in its brackets. {what}",
    list: "Recipients are to have one comma between them and nothing else: “{part}”. {what}",
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
      title: "three recipients, with and without name",
      messages: [
        syncResponse(
          serverAdd(to('"Ada" [MOBILE:+14255550143],[MOBILE:1],"Ben, Sales" [MOBILE: 2]') + conversation),
        ),
      ],
      finds: [],
    },
    {
      title: "addresses of an e-mail",
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
      title: "no quotes, and a keyword in small letters",
      messages: [syncRequest(clientAdd(to("Ada [mobile:1]")))],
      finds: ["name", "brackets"],
    },
    {
      title: "an address of e-mail",
      messages: [syncRequest(clientAdd(to('"Ada" &lt;ada@example.com>')))],
      finds: ["brackets", "unusual"],
    },
    { title: "no number", messages: [syncRequest(clientAdd(to('"Ada" [MOBILE:]')))], finds: ["number"] },
    {
      title: "a word for a number",
      messages: [syncRequest(clientAdd(to('"Ada" [MOBILE:Ada]')))],
      finds: ["unusual"],
    },
    { title: "nothing", messages: [syncRequest(clientAdd(to("")))], finds: ["empty"] },
  ],
};
