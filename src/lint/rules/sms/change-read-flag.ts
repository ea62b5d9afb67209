import { spec } from "../../../eas/elements/element";
import { FROM_16_0 } from "../../../eas/versions";
import { change, mailOptions, serverAdd, smsOptions, syncRequest, syncResponse } from "../../exampleMessages";
import type { Item } from "../../facts/sms/items";
import { smsElements } from "../../facts/sms/smsClass";
import {
  listCommandItems,
  type PlacedItem,
  readSmsConversation,
  type SmsConversation,
} from "../../facts/sms/smsConversation";
import { removalFix } from "../../fix";
import type { Rule, SessionReport } from "../../rule";
import type { MessageView } from "../../view";

const ALLOWED: ReadonlySet<string> = new Set(["Email:Read", "Email:Flag"]);

/** Whether an item is a text message: yes, perhaps, or no sign of it. */
type Certainty = "sms" | "perhaps" | "none";

/**
 * Properties that only mail also has. Before 16.0, a client could not change any of them in a mail either
 * [MS-ASEMAIL 3.1.5.4].
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
    const fixes = [removalFix(`Remove ${entry.name}`, view, node, false)];
    if (certainty === "sms") report(view, node, "other", { ...words, fixes });
    else if (isNeither) report(view, node, "neither", { ...words, fixes });
    else if (isOfMail || (certainty === "perhaps" && smsElements.has(entry.key)))
      report(view, node, "undecided", { ...words, severity: "info" });
  }
}

/** Determines from the messages whether the item of a Change is a text message. */
function findCertainty(
  { findLife, findTurn }: SmsConversation,
  view: MessageView,
  { collection, item }: PlacedItem,
): Certainty {
  const life = findLife(collection.id, view.childText(item.node, "AirSync:ServerId"), view.index);
  if (item.sms !== undefined || life !== undefined) return "sms";
  const turn = findTurn(view, collection.node);
  const sets = [...(turn?.before ?? []), ...(turn?.sets ?? [])];
  // the device has only text messages of the folder
  if (sets.length > 0 && sets.every(({ isSms }) => isSms)) return "sms";
  return sets.some(({ isSms }) => isSms) ? "perhaps" : "none";
}

/** A client may change only the read state and the flag of a text message. */
export const changeReadFlag: Rule = {
  id: "sms/change-read-flag",
  title: "Change of a read-only property",
  severity: "error",
  spec: spec("MS-ASMS 3.1.4.1.2"),
  why:
    "A text message that was sent or received can't be edited. The server rejects a Change that " +
    "contains anything other than Read and Flag (status 6), including its valid parts.",
  messages: {
    other:
      "{element} of a text message can't be changed. A client's Change may contain only Email:Read " +
      "and children of Email:Flag. Remove it.",
    neither:
      "{element} can't be changed in a text message or, before version 16.0, in an e-mail. Only Read " +
      "and Flag can be changed in both. Remove it.",
    undecided:
      "If this is a text message, {element} can't be changed; only Read and Flag can. Add the " +
      "message with the item's Add to check this.",
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
      title: "a flag, with options for SMS",
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
      title: "the categories of an e-mail",
      messages: [
        syncRequest(
          mailOptions + change("<email:Categories><email:Category>Blue</email:Category></email:Categories>"),
        ),
      ],
      finds: [],
    },
    {
      title: "a body, in a session without text messages",
      messages: [
        syncRequest(change("<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type></airsyncbase:Body>")),
      ],
      finds: [],
    },
    {
      title: "the importance of a text message that the server added earlier",
      messages: [
        syncResponse(serverAdd()),
        syncRequest(change("<email:Importance>2</email:Importance><email:Read>1</email:Read>")),
      ],
      finds: ["other"],
    },
    {
      title: "a body, where the collection has only text messages",
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
      title: "a code page of an unknown item",
      messages: [syncRequest(change("<email:InternetCPID>1252</email:InternetCPID>"))],
      finds: ["undecided"],
    },
    {
      title: "the same with 14.1, where no item allows this change",
      messages: [
        { xml: syncRequest(change("<email:InternetCPID>1252</email:InternetCPID>")), version: "14.1" },
      ],
      finds: ["neither"],
    },
    {
      title: "a recipient in the form of text messages",
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
