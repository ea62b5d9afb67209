import { spec } from "../../../eas/elements/element";
import { change, mailOptions, serverAdd, smsOptions, syncRequest, syncResponse } from "../../exampleMessages";
import { mayHoldSms } from "../../facts/sms/mentions";
import { hasSmsSet, listItems, readSmsConversation } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";

const added = syncResponse(serverAdd());

/** A server sends text messages only to a client that requested them. */
export const smsUnasked: Rule = {
  id: "session/sms-unasked",
  title: "Text message that the client did not request",
  severity: "error",
  spec: spec("MS-ASMS 3.2.5.1"),
  why:
    "A client that requested only e-mail may not know the class. It shows a text message as a broken " +
    "e-mail, or stops.",
  messages: {
    unasked:
      "The server sends a text message, but neither the request nor the options in effect request " +
      "class SMS for folder {id}. Add Options of class SMS to the request.",
    undecided:
      "The server sends text messages of folder {id}. The request has no Options, so those of an " +
      "earlier request apply. Add that request to check whether the client requested SMS.",
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
      title: "requested together with mail",
      messages: [syncRequest(smsOptions + mailOptions), added],
      finds: [],
    },
    {
      title: "requested alone",
      messages: [
        syncRequest(smsOptions),
        syncResponse(change("<email:Read>1</email:Read>", "<Class>SMS</Class>")),
      ],
      finds: [],
    },
    {
      title: "requested once, then a request without Options, then one without a body",
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
      title: "a text message removed by SoftDelete",
      messages: [
        syncRequest(mailOptions),
        syncResponse("<Commands><SoftDelete><ServerId>15:1</ServerId></SoftDelete></Commands>"),
      ],
      finds: [],
    },
    { title: "options for mail only", messages: [syncRequest(mailOptions), added], finds: ["unasked"] },
    {
      title: "no options since the first request",
      messages: [syncRequest("", "15", "0"), syncResponse(""), syncRequest(""), added],
      finds: ["unasked"],
    },
    {
      title: "requested at first, but no longer",
      messages: [syncRequest(smsOptions), syncResponse(""), syncRequest(mailOptions), added],
      finds: ["unasked"],
    },
    {
      title: "requested in a request that the server rejected",
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
