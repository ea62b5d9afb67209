import { spec } from "../../../eas/elements/element";
import {
  change,
  clientAdd,
  conversation,
  serverAdd,
  smsData,
  syncRequest,
  syncResponse,
} from "../../exampleMessages";
import { findSmsOfData, isWhole } from "../../facts/sms/items";
import { checkWhereSms } from "../../facts/sms/mentions";
import { replacementFix } from "../../fix";
import type { Rule } from "../../rule";

const CPID = "<email:InternetCPID>65001</email:InternetCPID>";
const without = smsData.replace(CPID, "");

/** Code pages by common charset names. */
const NUMBERS: Readonly<Record<string, string>> = {
  "utf-8": "65001",
  utf8: "65001",
  "us-ascii": "20127",
  "iso-8859-1": "28591",
  "windows-1252": "1252",
};

/** Every text message specifies the code page in which it was written, as a number. */
export const internetCpid: Rule = {
  id: "sms/internet-cpid",
  title: "Text message without its code page",
  severity: "error",
  spec: spec("MS-ASMS 2.2.2.1.8"),
  applies: { commands: ["Sync"] },
  why:
    "A text message must have this property in both directions. If it is missing or not a number, a " +
    "server rejects the Add.",
  messages: {
    missing:
      "This {operation} of a text message has no Email:InternetCPID, which is required. Add the " +
      "number of its code page: 65001 for UTF-8.",
    number:
      "InternetCPID must be the number of a code page, such as 65001 for UTF-8 or 1252 for Western " +
      "European, but is “{value}”.",
  },
  chooseCheck: checkWhereSms({
    "AirSync:ApplicationData": (data, view, report) => {
      const item = findSmsOfData(view, data);
      if (item === undefined) return;
      const node = view.child(data, "Email:InternetCPID");
      const text = node < 0 ? undefined : view.text(node);
      if (node < 0 && isWhole(view, item))
        report(item.node, "missing", { data: { operation: item.operation } });
      if (text === undefined || /^\d{1,5}$/.test(text)) return;
      const right = NUMBERS[text.trim().toLowerCase()];
      const fixes = right === undefined ? [] : [replacementFix(`Write ${right}`, view, node, right, true)];
      report(node, "number", { data: { value: text.slice(0, 40) }, fixes });
    },
  }),
  examples: [
    {
      title: "in both directions",
      messages: [syncResponse(serverAdd()), syncRequest(clientAdd())],
      finds: [],
    },
    {
      title: "code page 1252, as the first property",
      messages: [syncRequest(clientAdd(`<email:InternetCPID>1252</email:InternetCPID>${without}`))],
      finds: [],
    },
    { title: "a Change of Read", messages: [syncRequest(change("<email:Read>1</email:Read>"))], finds: [] },
    {
      title: "a server's Change with only the conversation",
      messages: [syncResponse(change(conversation, "<Class>SMS</Class>"))],
      finds: [],
    },
    { title: "a client's Add without it", messages: [syncRequest(clientAdd(without))], finds: ["missing"] },
    {
      title: "a server's Add without it",
      messages: [syncResponse(serverAdd(without + conversation))],
      finds: ["missing"],
    },
    {
      title: "the name of the charset",
      messages: [syncRequest(clientAdd(smsData.replace("65001", "UTF-8")))],
      finds: ["number"],
      fixed: syncRequest(clientAdd()),
    },
    {
      title: "an empty value",
      messages: [syncRequest(clientAdd(smsData.replace(CPID, "<email:InternetCPID/>")))],
      finds: ["number"],
    },
  ],
};
