import { spec } from "../../../eas/elements/element";
import { removal } from "../../fix";
import type { Rule, SessionReport } from "../../rule";
import { change, mailOptions, serverAdd, smsOptions, syncRequest, syncResponse } from "../../sms/exampleMessages";
import type { Item } from "../../sms/items";
import { mayHoldSms } from "../../sms/mentions";
import { commandItems, lifeKey, smsSession } from "../../sms/session";
import { smsElements } from "../../sms/smsClass";
import type { MessageView } from "../../view";

const ALLOWED: ReadonlySet<string> = new Set(["Email:Read", "Email:Flag"]);

function check(view: MessageView, { data }: Item, isCertain: boolean, report: SessionReport): void {
  for (const node of data < 0 ? [] : view.children(data)) {
    const entry = view.entry(node);
    if (entry === undefined || ALLOWED.has(entry.key)) continue;
    const words = { data: { element: entry.key } };
    if (isCertain) report(view, node, "other", { ...words, fixes: [removal(`Leave ${entry.name} out`, view, node, false)] });
    else if (smsElements.has(entry.key)) report(view, node, "undecided", { ...words, severity: "info" });
  }
}

/** A client may change whether a text message is read, and its flag. */
export const changeReadFlag: Rule = {
  id: "sms/change-read-flag",
  title: "A Change of what can't be changed",
  severity: "error",
  spec: spec("MS-ASMS 3.1.4.1.2"),
  why: "A text message that was sent or received is what it is. The server refuses a Change that holds more than Read and Flag (status 6), and with it the change that was meant.",
  messages: {
    other:
      "{element} of a text message can't be changed; a client's Change may hold Email:Read and children of Email:Flag alone. Leave it out.",
    undecided:
      "If this is a text message, {element} of it can't be changed: Read and Flag alone can. The Add that brought the item would tell what it is.",
  },
  session: (views, report) => {
    const { lives } = smsSession(views);
    const placed = views
      .filter((view) => lives.size > 0 || mayHoldSms(view))
      .flatMap((view) => commandItems(view, "request").map((one) => ({ view, ...one })));
    for (const { view, collection, item } of placed) {
      if (item.operation !== "Change") continue;
      const life = lives.get(lifeKey(collection.id ?? "", view.childText(item.node, "AirSync:ServerId") ?? ""));
      const isCertain = item.sms !== undefined || (life !== undefined && life.view.index < view.index);
      if (isCertain || collection.options.some(({ isSms }) => isSms)) check(view, item, isCertain, report);
    }
  },
  examples: [
    { title: "read", messages: [syncResponse(serverAdd()), syncRequest(change("<email:Read>1</email:Read>"))], finds: [] },
    {
      title: "flagged, beside options for SMS",
      messages: [
        syncRequest(
          `${smsOptions}${change("<email:Flag><email:Status>2</email:Status><email:FlagType>Flag for follow up</email:FlagType></email:Flag><email:Read>0</email:Read>")}`,
        ),
      ],
      finds: [],
    },
    {
      title: "the categories of a mail",
      messages: [syncRequest(`${mailOptions}${change("<email:Categories><email:Category>Blue</email:Category></email:Categories>")}`)],
      finds: [],
    },
    {
      title: "a body, in a session that shows no text message",
      messages: [syncRequest(change("<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type></airsyncbase:Body>"))],
      finds: [],
    },
    {
      title: "importance of a text message that the server added before",
      messages: [syncResponse(serverAdd()), syncRequest(change("<email:Importance>2</email:Importance><email:Read>1</email:Read>"))],
      finds: ["other"],
    },
    {
      title: "a recipient as only text messages have it",
      messages: [syncRequest(change("<email:Read>1</email:Read><email:To>[MOBILE:+14255550143]</email:To>"))],
      finds: ["other"],
      fixed: syncRequest(change("<email:Read>1</email:Read>")),
    },
    {
      title: "importance, where the collection has mail and text messages",
      messages: [syncRequest(`${smsOptions}${mailOptions}${change("<email:Importance>2</email:Importance>")}`)],
      finds: ["undecided"],
    },
  ],
};
