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

const from = (value: string): string =>
  smsData.replace(/<email:From>[^<]*<\/email:From>/, `<email:From>${value}</email:From>`);

/** From is one sender: an optional name in quotes, and a number in [MOBILE:…]. */
export const fromFormat: Rule = {
  id: "sms/from-format",
  title: "Malformed sender of a text message",
  severity: "error",
  spec: spec("MS-ASMS 2.2.2.1.6"),
  applies: { commands: ["Sync"] },
  why:
    "Clients and servers find the name and number by the quotes and brackets. Without them, there is " +
    "no number to display or reply to.",
  messages: {
    empty: "From is present but names no sender. {what} Remove it, or add the sender.",
    name: "The sender's name must be in double quotes: “{part}”. {what}",
    brackets: "The sender's number must be in square brackets, as in [MOBILE:+14255550123]: “{part}”. {what}",
    number: "The brackets contain no number. {what}",
    list: "From must contain one sender and nothing else: “{part}”. {what}",
    several: "From names {count} senders, but a text message has only one. Remove the others.",
  },
  chooseCheck: checkWhereSms({
    "Email:From": (node, view, report) => {
      if (findSmsOfData(view, view.parent(node)) === undefined) return;
      const count = reportPhones(view, node, report, ["unusual"]); // networks allow a word as the sender
      if (count > 1) report(node, "several", { data: { count: String(count) } });
    },
  }),
  examples: [
    { title: "name and number", messages: [syncRequest(clientAdd())], finds: [] },
    {
      title: "only a number",
      messages: [syncResponse(serverAdd(from("[MOBILE:+14255550123]") + conversation))],
      finds: [],
    },
    {
      title: "a space before the number, and none before the bracket",
      messages: [syncRequest(clientAdd(from('"Ada"[MOBILE: 425 555-0123]')))],
      finds: [],
    },
    {
      title: "a comma in the name",
      messages: [syncRequest(clientAdd(from('"Example, Ada" [MOBILE:1]')))],
      finds: [],
    },
    {
      title: "a word in place of a number, as networks send it",
      messages: [syncResponse(serverAdd(from('"Bank" [MOBILE:BANK]') + conversation))],
      finds: [],
    },
    {
      title: "the sender of an e-mail",
      messages: [syncResponse(serverAdd("<email:From>ada@example.com</email:From>", ""))],
      finds: [],
    },
    {
      title: "no quotes",
      messages: [syncRequest(clientAdd(from("Ada [MOBILE:+14255550123]")))],
      finds: ["name"],
      fixed: syncRequest(clientAdd(from('"Ada" [MOBILE:+14255550123]'))),
    },
    {
      title: "a bare number",
      messages: [syncRequest(clientAdd(from("+14255550123")))],
      finds: ["brackets"],
      fixed: syncRequest(clientAdd(from("[MOBILE:+14255550123]"))),
    },
    { title: "no number", messages: [syncRequest(clientAdd(from('"Ada" [MOBILE:]')))], finds: ["number"] },
    {
      title: "text after the sender",
      messages: [syncRequest(clientAdd(from('"Ada" [MOBILE:+14255550123] (work)')))],
      finds: ["list"],
    },
    { title: "nothing", messages: [syncRequest(clientAdd(from("")))], finds: ["empty"] },
    {
      title: "two senders",
      messages: [syncRequest(clientAdd(from('"Ada" [MOBILE:+14255550123],"Ben" [MOBILE:+14255550143]')))],
      finds: ["several"],
    },
  ],
};
