import { spec } from "../../../eas/elements/element";
import { change, mailOptions, serverAdd, smsOptions, syncRequest, syncResponse } from "../../exampleMessages";
import { mayHoldSms } from "../../facts/sms/mentions";
import { hasSmsSet, listItems, readSmsConversation } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";

const added = syncResponse(serverAdd());

/** A server sends text messages to a client that asked for them, and to no other. */
export const smsUnasked: Rule = {
  id: "session/sms-unasked",
  title: "Text message that the client did not ask for",
  severity: "error",
  spec: spec("MS-ASMS 3.2.5.1"),
  why:
    "A client that asked for e-mail alone need not know the class, and shows a text message as a broken " +
    "mail or stops at it.",
  messages: {
    unasked:
      "The server sends a text message, and the request has no Options of class SMS for folder {id}, " +
      "nor do earlier ones hold for it.",
    undecided:
      "The server sends text messages of folder {id}. The request has no Options, so those of an " +
      "earlier one hold, which is not here; it would tell whether the client asked for SMS.",
  },
  session: (views, report) => {
    for (const { response, answer, id, sets } of readSmsConversation(views).turns) {
      if (response === undefined || answer < 0 || !mayHoldSms(response)) continue;
      const sent = listItems(response, answer, "Commands").filter(
        ({ operation, sms }) => sms !== undefined && (operation === "Add" || operation === "Change"),
      );
      const asked = hasSmsSet(sets);
      if (asked === false) for (const { node } of sent) report(response, node, "unasked", { data: { id } });
      const [first] = sent;
      if (asked === undefined && first !== undefined)
        report(response, first.node, "undecided", { data: { id }, severity: "info" });
    }
  },
  examples: [
    {
      title: "asked for beside the mail",
      messages: [syncRequest(smsOptions + mailOptions), added],
      finds: [],
    },
    {
      title: "asked for alone",
      messages: [
        syncRequest(smsOptions),
        syncResponse(change("<email:Read>1</email:Read>", "<Class>SMS</Class>")),
      ],
      finds: [],
    },
    {
      title: "asked for once, then a request without Options, then one without a body",
      messages: [
        syncRequest(smsOptions),
        syncResponse(""),
        syncRequest(""),
        added,
        { hex: "", command: "Sync", direction: "request" },
        syncResponse(serverAdd(undefined, undefined, "15:2")),
      ],
      finds: [],
    },
    {
      title: "an e-mail",
      messages: [syncRequest(mailOptions), syncResponse(serverAdd("<email:Subject>x</email:Subject>", ""))],
      finds: [],
    },
    {
      title: "a text message taken away",
      messages: [
        syncRequest(mailOptions),
        syncResponse("<Commands><SoftDelete><ServerId>15:1</ServerId></SoftDelete></Commands>"),
      ],
      finds: [],
    },
    { title: "options for mail alone", messages: [syncRequest(mailOptions), added], finds: ["unasked"] },
    {
      title: "no options since the first request of all",
      messages: [syncRequest("", "15", "0"), syncResponse(""), syncRequest(""), added],
      finds: ["unasked"],
    },
    {
      title: "asked for, and then no more",
      messages: [syncRequest(smsOptions), syncResponse(""), syncRequest(mailOptions), added],
      finds: ["unasked"],
    },
    {
      title: "asked for in a request that the server refused",
      messages: [
        syncRequest("", "15", "0"),
        syncResponse(""),
        syncRequest(smsOptions + mailOptions + mailOptions),
        syncResponse("", "15", "4"),
        syncRequest(""),
        added,
      ],
      finds: ["unasked"],
    },
    {
      title: "options that were set before the session begins",
      messages: [syncRequest(""), added],
      finds: ["undecided"],
    },
  ],
};
