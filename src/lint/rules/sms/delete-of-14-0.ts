import { spec } from "../../../eas/elements/element";
import { serverAdd, syncResponse } from "../../exampleMessages";
import { mayHoldSms } from "../../facts/sms/mentions";
import { listCommandItems, readSmsConversation } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";

const deletion = (className = ""): string =>
  syncResponse(`<Commands><Delete>${className}<ServerId>15:1</ServerId></Delete></Commands>`);
const classed = deletion("<Class>SMS</Class>");

/** With protocol version 14.0, a server does not report that a text message was deleted. */
export const deleteOf140: Rule = {
  id: "sms/delete-of-14-0",
  title: "Deleted text message in a version 14.0 response",
  severity: "warning",
  spec: spec("MS-ASMS 6"),
  why:
    "With version 14.0, Exchange returns neither the Delete of a text message nor its Class. A " +
    "client of that version may not understand it, and was not tested with a server that sends it.",
  messages: {
    class: "Version 14.0 does not return a Delete of class SMS. Remove it, or use version 14.1.",
    said:
      "Read literally, footnotes 1 and 2 of MS-ASMS say that version 14.0 returns no Class in the " +
      "{operation} of a text message; MS-ASCMD says so only of Delete. A 14.0 client should not " +
      "depend on it.",
    item:
      "Item {id} is a text message, and version 14.0 does not return its Delete. Remove it, or use " +
      "version 14.1.",
  },
  session: (views, report) => {
    const { lives, findLife } = readSmsConversation(views);
    const spoken = views.filter((view) => view.version === "14.0" && (lives.length > 0 || mayHoldSms(view)));
    const placed = spoken.flatMap((view) =>
      listCommandItems(view, "response").map((one) => ({ view, ...one })),
    );
    for (const { view, collection, item } of placed) {
      const { operation, classNode } = item;
      if (item.sms === "class" && (operation === "Add" || operation === "Change"))
        report(view, classNode, "said", { data: { operation }, severity: "info" });
      if (operation !== "Delete") continue;
      const id = view.childText(item.node, "AirSync:ServerId");
      const life = findLife(collection.id, id, view.index);
      if (item.sms === "class") report(view, classNode, "class");
      else if (life !== undefined) report(view, item.node, "item", { data: { id } });
    }
  },
  examples: [
    { title: "with 14.1", messages: [{ xml: classed, version: "14.1" }], finds: [] },
    { title: "with an unknown version", messages: [classed], finds: [] },
    { title: "an e-mail with 14.0", messages: [{ xml: deletion(), version: "14.0" }], finds: [] },
    { title: "an Add with 14.1", messages: [{ xml: syncResponse(serverAdd()), version: "14.1" }], finds: [] },
    {
      title: "an Add of class SMS with 14.0",
      messages: [{ xml: syncResponse(serverAdd()), version: "14.0" }],
      finds: ["said"],
    },
    {
      title: "a Delete of class SMS with 14.0",
      messages: [{ xml: classed, version: "14.0" }],
      finds: ["class"],
    },
    {
      title: "a Delete without a class, of a text message that was added earlier",
      messages: [
        { xml: syncResponse(serverAdd()), version: "14.0" },
        { xml: deletion(), version: "14.0" },
      ],
      finds: ["said", "item"],
    },
  ],
};
