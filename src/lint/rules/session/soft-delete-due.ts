import { spec } from "../../../eas/elements/element";
import { mailOptions, serverAdd, smsOptions, syncRequest, syncResponse } from "../../exampleMessages";
import type { Item } from "../../facts/sms/items";
import {
  formatLifeKey,
  hasSmsSet,
  listItems,
  readSmsConversation,
  readSyncStatus,
} from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";
import type { MessageView } from "../../view";

const begun = [syncRequest(smsOptions + mailOptions), syncResponse(serverAdd())];
const softDelete = "<Commands><SoftDelete><ServerId>15:1</ServerId></SoftDelete></Commands>";

/** Lists the operations under Commands of a collection, with the ServerIds they name. */
function listNamedItems(view: MessageView, collection: number): readonly (Item & { readonly id: string })[] {
  if (collection < 0) return [];
  return listItems(view, collection, "Commands").map((item) => ({
    ...item,
    id: view.childText(item.node, "AirSync:ServerId") ?? "",
  }));
}

/** A server takes text messages off the device when their class is no longer asked for. */
export const softDeleteDue: Rule = {
  id: "session/soft-delete-due",
  title: "Text messages that stay though their class has ended",
  severity: "warning",
  spec: spec("MS-ASMS 3.1.4.1.1.1"),
  why:
    "The server presumes that the class is no longer wanted, and SoftDelete is how it says so. Without " +
    "it the client keeps messages that nothing keeps up to date.",
  messages: {
    deleted:
      "The request no longer asks for text messages, and the server takes item {id} off the device " +
      "with Delete, which says that it is gone everywhere. SoftDelete says that it is out of what the " +
      "device asks for.",
    missing:
      "The request no longer asks for text messages of folder {id}, of which the client has {items}, " +
      "and the response has no SoftDelete for {them}.",
  },
  session: (views, report) => {
    const { turns, lives } = readSmsConversation(views);
    for (const { request, response, answer, id, syncKey, before, sets } of turns) {
      if (response === undefined || response.root < 0 || syncKey === "0") continue;
      if (hasSmsSet(before) !== true || hasSmsSet(sets) !== false) continue;
      if (
        (readSyncStatus(response, answer).text ?? "1") !== "1" ||
        (answer >= 0 && response.child(answer, "AirSync:MoreAvailable") >= 0)
      )
        continue;
      for (const { operation, node, id: item } of listNamedItems(response, answer)) {
        const life = operation === "Delete" ? lives.get(formatLifeKey(id, item)) : undefined;
        if (life !== undefined && life.gone === response.index)
          report(response, node, "deleted", { data: { id: item } });
      }
      const left = [...lives.values()].filter(
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
      title: "taken away",
      messages: [...begun, syncRequest(mailOptions), syncResponse(softDelete)],
      finds: [],
    },
    {
      title: "there is more to come",
      messages: [...begun, syncRequest(mailOptions), syncResponse("<MoreAvailable/>")],
      finds: [],
    },
    {
      title: "no text message known",
      messages: [syncRequest(smsOptions), syncResponse(""), syncRequest(mailOptions), syncResponse("")],
      finds: [],
    },
    {
      title: "deleted before by the client",
      messages: [
        ...begun,
        syncRequest("<Commands><Delete><ServerId>15:1</ServerId></Delete></Commands>"),
        syncResponse(""),
        syncRequest(mailOptions),
        syncResponse(""),
      ],
      finds: [],
    },
    { title: "still asked for", messages: [...begun, syncRequest(""), syncResponse("")], finds: [] },
    {
      title: "deleted in place of taken away",
      messages: [
        ...begun,
        syncRequest(mailOptions),
        syncResponse("<Commands><Delete><ServerId>15:1</ServerId></Delete></Commands>"),
      ],
      finds: ["deleted"],
    },
    {
      title: "not taken away",
      messages: [...begun, syncRequest(mailOptions), syncResponse("")],
      finds: ["missing"],
    },
    {
      title: "another item taken away",
      messages: [
        ...begun,
        syncRequest(mailOptions),
        syncResponse("<Commands><SoftDelete><ServerId>15:2</ServerId></SoftDelete></Commands>"),
      ],
      finds: ["missing"],
    },
  ],
};
