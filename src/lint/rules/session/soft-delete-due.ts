import { spec } from "../../../eas/elements/element";
import { mailOptions, serverAdd, smsOptions, syncRequest, syncResponse } from "../../exampleMessages";
import type { Item } from "../../facts/sms/items";
import { hasSmsSet, listItems, readSmsConversation, readSyncStatus } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";
import type { MessageView } from "../../view";

const begun = [syncRequest(smsOptions + mailOptions), syncResponse(serverAdd())];
const softDelete = "<Commands><SoftDelete><ServerId>15:1</ServerId></SoftDelete></Commands>";

/** Lists the operations under Commands of a collection, with their ServerIds. */
function listNamedItems(view: MessageView, collection: number): readonly (Item & { readonly id: string })[] {
  if (collection < 0) return [];
  return listItems(view, collection, "Commands").map((item) => ({
    ...item,
    id: view.childText(item.node, "AirSync:ServerId") ?? "",
  }));
}

/** A server removes text messages from the device when the client no longer requests their class. */
export const softDeleteDue: Rule = {
  id: "session/soft-delete-due",
  title: "Text messages remain after their class was dropped",
  severity: "warning",
  spec: spec("MS-ASMS 3.1.4.1.1.1"),
  why:
    "When the client stops requesting a class, the server removes its items with SoftDelete. Without " +
    "it, the client keeps messages that are no longer updated.",
  messages: {
    deleted:
      "The request no longer asks for text messages, but the server removes item {id} with Delete, " +
      "which means that the item no longer exists. Use SoftDelete, which means that it is outside " +
      "the requested content.",
    missing:
      "The request no longer asks for text messages of folder {id}, of which the client has {items}, " +
      "but the response has no SoftDelete for {them}. Add one.",
  },
  session: (views, report) => {
    const { turns, lives, findLife } = readSmsConversation(views);
    for (const { request, response, answer, id, syncKey, before, sets } of turns) {
      if (response === undefined || response.root < 0 || syncKey === "0") continue;
      if (hasSmsSet(before) !== true || hasSmsSet(sets) !== false) continue;
      if (
        (readSyncStatus(response, answer).text ?? "1") !== "1" ||
        (answer >= 0 && response.child(answer, "AirSync:MoreAvailable") >= 0)
      )
        continue;
      for (const { operation, node, id: item } of listNamedItems(response, answer)) {
        const life = operation === "Delete" ? findLife(id, item, response.index) : undefined;
        if (life !== undefined && life.gone === response.index)
          report(response, node, "deleted", { data: { id: item } });
      }
      const left = lives.filter(
        ({ collection, view, gone }) =>
          collection === id && view.index < request.index && (gone === undefined || gone > response.index),
      );
      const [first, ...rest] = left;
      if (first === undefined) continue;
      const items = rest.length === 0 ? `item ${first.id}` : `${left.length} items`;
      report(response, answer < 0 ? response.root : answer, "missing", {
        data: { id, items, them: rest.length === 0 ? "it" : "them" },
      });
    }
  },
  examples: [
    {
      title: "removed by SoftDelete",
      messages: [...begun, syncRequest(mailOptions), syncResponse(softDelete)],
      finds: [],
    },
    {
      title: "more items to come",
      messages: [...begun, syncRequest(mailOptions), syncResponse("<MoreAvailable/>")],
      finds: [],
    },
    {
      title: "no known text message",
      messages: [syncRequest(smsOptions), syncResponse(""), syncRequest(mailOptions), syncResponse("")],
      finds: [],
    },
    {
      title: "deleted earlier by the client",
      messages: [
        ...begun,
        syncRequest("<Commands><Delete><ServerId>15:1</ServerId></Delete></Commands>"),
        syncResponse(""),
        syncRequest(mailOptions),
        syncResponse(""),
      ],
      finds: [],
    },
    { title: "still requested", messages: [...begun, syncRequest(""), syncResponse("")], finds: [] },
    {
      title: "Delete instead of SoftDelete",
      messages: [
        ...begun,
        syncRequest(mailOptions),
        syncResponse("<Commands><Delete><ServerId>15:1</ServerId></Delete></Commands>"),
      ],
      finds: ["deleted"],
    },
    {
      title: "not removed",
      messages: [...begun, syncRequest(mailOptions), syncResponse("")],
      finds: ["missing"],
    },
    {
      title: "another item removed",
      messages: [
        ...begun,
        syncRequest(mailOptions),
        syncResponse("<Commands><SoftDelete><ServerId>15:2</ServerId></SoftDelete></Commands>"),
      ],
      finds: ["missing"],
    },
  ],
};
