import { spec } from "../../../eas/elements/element";
import { FROM_16_0 } from "../../../eas/versions";
import { change, mailOptions, serverAdd, smsOptions, syncRequest, syncResponse } from "../../exampleMessages";
import type { Item } from "../../facts/sms/items";
import { smsElements } from "../../facts/sms/smsClass";
import {
  formatLifeKey,
  listCommandItems,
  type PlacedItem,
  readSmsConversation,
  type SmsConversation,
} from "../../facts/sms/smsConversation";
import { removalFix } from "../../fix";
import type { Rule, SessionReport } from "../../rule";
import type { MessageView } from "../../view";

const ALLOWED: ReadonlySet<string> = new Set(["Email:Read", "Email:Flag"]);

/** Whether an item is a text message: yes, perhaps, or nothing suggests it. */
type Certainty = "sms" | "perhaps" | "none";

/**
 * Properties that mail has too, and no other class; before 16.0 a client could change none of them in a mail
 * either [MS-ASEMAIL 3.1.5.4].
 */
const OF_MAIL: ReadonlySet<string> = new Set(
  ["To", "From", "DateReceived", "Importance", "InternetCPID"].map((name) => `Email:${name}`),
);

function check(view: MessageView, { data }: Item, certainty: Certainty, report: SessionReport): void {
  for (const node of data < 0 ? [] : view.children(data)) {
    const entry = view.entry(node);
    if (entry === undefined || ALLOWED.has(entry.key)) continue;
    const isOfMail = OF_MAIL.has(entry.key);
    const isNeither = isOfMail && view.version !== undefined && !FROM_16_0.includes(view.version);
    const words = { data: { element: entry.key } };
    const fixes = [removalFix(`Leave ${entry.name} out`, view, node, false)];
    if (certainty === "sms") report(view, node, "other", { ...words, fixes });
    else if (isNeither) report(view, node, "neither", { ...words, fixes });
    else if (isOfMail || (certainty === "perhaps" && smsElements.has(entry.key)))
      report(view, node, "undecided", { ...words, severity: "info" });
  }
}

/** Finds out from the messages whether the item of a Change is a text message. */
function findCertainty(
  { lives, turns }: SmsConversation,
  view: MessageView,
  { collection, item }: PlacedItem,
): Certainty {
  const life = lives.get(formatLifeKey(collection.id, view.childText(item.node, "AirSync:ServerId")));
  if (item.sms !== undefined || (life !== undefined && life.view.index < view.index)) return "sms";
  const turn = turns.find(({ request, node }) => request === view && node === collection.node);
  const sets = [...(turn?.before ?? []), ...(turn?.sets ?? [])];
  // nothing else of the folder is on the device
  if (sets.length > 0 && sets.every(({ isSms }) => isSms)) return "sms";
  return sets.some(({ isSms }) => isSms) ? "perhaps" : "none";
}

/** A client may change whether a text message is read, and its flag. */
export const changeReadFlag: Rule = {
  id: "sms/change-read-flag",
  title: "A Change of what can't be changed",
  severity: "error",
  spec: spec("MS-ASMS 3.1.4.1.2"),
  why:
    "A text message that was sent or received is what it is. The server refuses a Change that holds more " +
    "than Read and Flag (status 6), and with it the change that was meant.",
  messages: {
    other:
      "{element} of a text message can't be changed; a client's Change may hold Email:Read and " +
      "children of Email:Flag alone. Leave it out.",
    neither:
      "{element} can be changed neither in a text message nor, before version 16.0, in a mail: Read " +
      "and Flag are what both have. Leave it out.",
    undecided:
      "If this is a text message, {element} of it can't be changed: Read and Flag alone can. The Add " +
      "that brought the item would tell what it is.",
  },
  session: (views, report) => {
    const conversation = readSmsConversation(views);
    for (const view of views) {
      for (const placed of listCommandItems(view, "request")) {
        if (placed.item.operation === "Change")
          check(view, placed.item, findCertainty(conversation, view, placed), report);
      }
    }
  },
  examples: [
    {
      title: "read",
      messages: [syncResponse(serverAdd()), syncRequest(change("<email:Read>1</email:Read>"))],
      finds: [],
    },
    {
      title: "flagged, beside options for SMS",
      messages: [
        syncRequest(
          smsOptions +
            change(
              "<email:Flag><email:Status>2</email:Status>" +
                "<email:FlagType>Flag for follow up</email:FlagType></email:Flag><email:Read>0</email:Read>",
            ),
        ),
      ],
      finds: [],
    },
    {
      title: "the categories of a mail",
      messages: [
        syncRequest(
          mailOptions + change("<email:Categories><email:Category>Blue</email:Category></email:Categories>"),
        ),
      ],
      finds: [],
    },
    {
      title: "a body, in a session that shows no text message",
      messages: [
        syncRequest(change("<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type></airsyncbase:Body>")),
      ],
      finds: [],
    },
    {
      title: "importance of a text message that the server added before",
      messages: [
        syncResponse(serverAdd()),
        syncRequest(change("<email:Importance>2</email:Importance><email:Read>1</email:Read>")),
      ],
      finds: ["other"],
    },
    {
      title: "a body, where the collection has text messages alone",
      messages: [
        syncRequest(
          smsOptions + change("<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type></airsyncbase:Body>"),
        ),
        syncResponse(""),
        syncRequest(change("<email:Importance>2</email:Importance>")),
      ],
      finds: ["other", "other"],
    },
    {
      title: "a code page, of which nothing tells what has it",
      messages: [syncRequest(change("<email:InternetCPID>1252</email:InternetCPID>"))],
      finds: ["undecided"],
    },
    {
      title: "the same with 14.1, where no item can be changed so",
      messages: [
        { xml: syncRequest(change("<email:InternetCPID>1252</email:InternetCPID>")), version: "14.1" },
      ],
      finds: ["neither"],
    },
    {
      title: "a recipient as only text messages have it",
      messages: [syncRequest(change("<email:Read>1</email:Read><email:To>[MOBILE:+14255550143]</email:To>"))],
      finds: ["other"],
      fixed: syncRequest(change("<email:Read>1</email:Read>")),
    },
    {
      title: "importance, where the collection has mail and text messages",
      messages: [
        syncRequest(`${smsOptions}${mailOptions}${change("<email:Importance>2</email:Importance>")}`),
      ],
      finds: ["undecided"],
    },
  ],
};
