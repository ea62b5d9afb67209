import { spec } from "../../../eas/elements/element";
import { estimateRequest, folderResponse, mailOptions, smsOptions, syncRequest } from "../../exampleMessages";
import { asksForItems, listCollections } from "../../facts/sms/collections";
import { findEstimateSpec } from "../../facts/sms/estimate";
import { canHoldMail, describeFolder } from "../../facts/sms/smsClass";
import { readSmsConversation } from "../../facts/sms/smsConversation";
import { findClassViolations } from "../../facts/sms/violations";
import type { Rule } from "../../rule";

const calendarOptions = "<Options><Class>Calendar</Class></Options>";
const writeEstimate = (className: string): string =>
  estimateRequest(`<airsync:Options><airsync:Class>${className}</airsync:Class></airsync:Options>`);

/** The class of options and the kind of the folder go together. */
export const optionsClass: Rule = {
  id: "sms/options-class",
  title: "Class that the folder does not hold",
  severity: "error",
  spec: spec("MS-ASMS 3.2.5.1"),
  why:
    "A folder of mail holds e-mail and text messages and nothing else, and no other folder holds them. " +
    "The server answers a class that does not go with the folder with status 4.",
  messages: {
    "class-in-mail":
      "Folder {id} is {kind}, and class {class} is not to be found there: SMS and Email are all it may " +
      "ask for.",
    "class-elsewhere":
      "Folder {id} is {kind}, and {class} is to be found in folders of mail alone. Leave this Options out.",
    undecided:
      "Class SMS goes with folders of mail alone (with protocol version 14.0: Inbox, Outbox and Sent " +
      "Items), and what folder {id} is nothing here tells. Say it in the context, or add the " +
      "FolderSync response.",
    "undecided-other":
      "Class {class} has to go with folder {id}: SMS and Email with mail, others with folders of their " +
      "own; else the server answers status 4. Which folder it is the context or the FolderSync " +
      "response would tell.",
  },
  session: (views, report) => {
    const { kindOf } = readSmsConversation(views);
    for (const view of views.filter(asksForItems)) {
      for (const collection of listCollections(view)) {
        const kind = kindOf(view, collection.id);
        const where = findEstimateSpec(view, "MS-ASMS 3.2.5.2");
        const data = { id: collection.id ?? "?", kind: describeFolder(kind) };
        for (const violation of findClassViolations(collection, kind)) {
          const { kind: messageId, node } = violation;
          report(view, node, messageId, { data: { ...data, class: view.text(node) }, spec: where });
        }
        if (canHoldMail(kind) !== undefined) continue;
        const asked = collection.options.find(({ isSms }) => isSms);
        const named = collection.options.find(({ className = "" }) => className !== "");
        if (asked !== undefined)
          report(view, asked.classNode, "undecided", { data, spec: where, severity: "info" });
        else if (named !== undefined)
          report(view, named.classNode, "undecided-other", {
            data: { ...data, class: named.className },
            spec: where,
            severity: "info",
          });
      }
    }
  },
  examples: [
    {
      title: "SMS and mail of the Inbox",
      messages: [syncRequest(smsOptions + mailOptions)],
      context: { folder: "inbox" },
      finds: [],
    },
    {
      title: "SMS of a user's folder that FolderSync told of",
      messages: [folderResponse("15:12"), syncRequest(smsOptions)],
      finds: [],
    },
    {
      title: "class Calendar in a calendar",
      messages: [syncRequest(calendarOptions)],
      context: { folder: "calendar" },
      finds: [],
    },
    {
      title: "no class at all",
      messages: [syncRequest(mailOptions)],
      context: { folder: "tasks" },
      finds: [],
    },
    {
      title: "class Email in a folder of unknown kind",
      messages: [syncRequest("<Options><Class>Email</Class></Options>")],
      finds: ["undecided-other"],
    },
    {
      title: "Notes asked of the Inbox",
      messages: [syncRequest("<Options><Class>Notes</Class></Options>")],
      context: { folder: "inbox" },
      finds: ["class-in-mail"],
    },
    {
      title: "a calendar's class in Drafts, by FolderSync",
      messages: [folderResponse("15:3"), writeEstimate("Calendar")],
      finds: ["class-in-mail"],
    },
    {
      title: "SMS asked of a calendar",
      messages: [syncRequest(smsOptions)],
      context: { folder: "calendar" },
      finds: ["class-elsewhere"],
    },
    {
      title: "Email asked of contacts",
      messages: [writeEstimate("Email")],
      context: { folder: "contacts" },
      finds: ["class-elsewhere"],
    },
    {
      title: "what FolderSync tells counts more than the context",
      messages: [folderResponse("15:8"), syncRequest(smsOptions)],
      context: { folder: "inbox" },
      finds: ["class-elsewhere"],
    },
    {
      title: "SMS of a folder of unknown kind",
      messages: [syncRequest(smsOptions + mailOptions)],
      finds: ["undecided"],
    },
    {
      title: "a context that can't be for both of two collections",
      messages: [
        "<Sync " +
          `xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey>` +
          `<CollectionId>5</CollectionId>${smsOptions}</Collection><Collection><SyncKey>1</SyncKey>` +
          `<CollectionId>6</CollectionId>${calendarOptions}</Collection></Collections></Sync>`,
      ],
      context: { folder: "inbox" },
      finds: ["undecided", "undecided-other"],
    },
  ],
};
