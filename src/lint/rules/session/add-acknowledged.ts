import { spec } from "../../../eas/elements/element";
import { clientAdd, conversation, syncRequest, syncResponse } from "../../exampleMessages";
import type { Item } from "../../facts/sms/items";
import { mayHoldSms } from "../../facts/sms/mentions";
import {
  listItems,
  readSmsConversation,
  readSyncStatus,
  type SyncTurn,
} from "../../facts/sms/smsConversation";
import type { Rule, SessionReport } from "../../rule";
import type { MessageView } from "../../view";

const answer = (inside: string): string => syncResponse(`<Responses><Add>${inside}</Add></Responses>`);

function check(turn: SyncTurn, response: MessageView, report: SessionReport): void {
  const adds = listItems(turn.request, turn.node, "Commands").filter(({ operation }) => operation === "Add");
  const sent = new Map(
    adds.map((item) => [turn.request.childText(item.node, "AirSync:ClientId") ?? "", item]),
  );
  const answers =
    turn.answer < 0
      ? []
      : listItems(response, turn.answer, "Responses").filter(({ operation }) => operation === "Add");
  const answered = new Set<string>();
  for (const { node, sms } of answers) {
    const clientId = response.childText(node, "AirSync:ClientId");
    const item = clientId === undefined ? undefined : sent.get(clientId);
    if (clientId !== undefined) answered.add(clientId);
    if (item?.sms !== undefined) checkAnswer(response, node, clientId ?? "", report);
    else if (
      item === undefined &&
      (sms !== undefined || (adds.length > 0 && adds.every((add) => add.sms !== undefined)))
    ) {
      report(response, node, clientId === undefined ? "no-client-id" : "unknown", {
        data: { id: clientId },
      });
    }
  }
  for (const [id, { sms }] of sent) {
    if (sms !== undefined && !answered.has(id))
      report(response, turn.answer < 0 ? response.root : turn.answer, "unanswered", { data: { id } });
  }
}

function checkAnswer(response: MessageView, node: Item["node"], id: string, report: SessionReport): void {
  const status = response.childText(node, "AirSync:Status") ?? "1";
  const serverId = response.childText(node, "AirSync:ServerId") ?? "";
  if (status === "1" && serverId === "") report(response, node, "no-server-id", { data: { id } });
}

/** The answer to an added text message maps its ClientId to its ServerId. */
export const addAcknowledged: Rule = {
  id: "session/add-acknowledged",
  title: "Added text message is not acknowledged",
  severity: "error",
  spec: spec("MS-ASMS 3.1.4.1.2"),
  restates: ["schema/operation"],
  why:
    "Without the ServerId, the client can neither change nor delete the message, and has to add it " +
    "again. The server then has two copies.",
  messages: {
    unanswered:
      "The client added a text message with ClientId {id}, but the response has no Add under " +
      "Responses for it. Return one with its ServerId.",
    "no-server-id":
      "The text message with ClientId {id} was accepted, but the answer has no ServerId. Add it.",
    "no-client-id":
      "This answer to an Add has no ClientId, so the client can't tell which message it is for. Add " +
      "the ClientId.",
    unknown:
      "This Add answers ClientId {id}, but the request has no Add with that ClientId. Return the " +
      "ClientId that the client sent.",
  },
  session: (views, report) => {
    for (const turn of readSmsConversation(views).turns) {
      const { request, response, node } = turn;
      if (
        response === undefined ||
        response.root < 0 ||
        node < 0 ||
        !(mayHoldSms(request) || mayHoldSms(response))
      )
        continue;
      const status = readSyncStatus(response, turn.answer).text ?? "1";
      if (status === "1") check(turn, response, report);
    }
  },
  examples: [
    {
      title: "answered with the ServerId",
      messages: [
        syncRequest(clientAdd()),
        answer(
          "<Class>SMS</Class><ClientId>c1</ClientId><ServerId>15:9</ServerId><Status>1</Status>" +
            `<ApplicationData>${conversation}</ApplicationData>`,
        ),
      ],
      finds: [],
    },
    {
      title: "rejected, and so without a ServerId",
      messages: [syncRequest(clientAdd()), answer("<ClientId>c1</ClientId><Status>6</Status>")],
      finds: [],
    },
    {
      title: "the whole collection rejected",
      messages: [syncRequest(clientAdd()), syncResponse("", "15", "3")],
      finds: [],
    },
    { title: "nothing added, nothing answered", messages: [syncRequest(""), syncResponse("")], finds: [] },
    {
      title: "accepted without a ServerId",
      messages: [syncRequest(clientAdd()), answer("<ClientId>c1</ClientId><Status>1</Status>")],
      finds: ["no-server-id"],
    },
    { title: "no answer", messages: [syncRequest(clientAdd()), syncResponse("")], finds: ["unanswered"] },
    {
      title: "an answer with another ClientId",
      messages: [
        syncRequest(clientAdd()),
        answer("<ClientId>c2</ClientId><ServerId>15:9</ServerId><Status>1</Status>"),
      ],
      finds: ["unanswered", "unknown"],
    },
    {
      title: "nobody's answer",
      messages: [syncRequest(clientAdd()), answer("<ServerId>15:9</ServerId><Status>1</Status>")],
      finds: ["unanswered", "no-client-id"],
    },
  ],
};
