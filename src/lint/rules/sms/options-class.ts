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

/** The class of the options matches the kind of the folder. */
export const optionsClass: Rule = {
  id: "sms/options-class",
  title: "Class does not match the folder",
  severity: "error",
  spec: spec("MS-ASMS 3.2.5.1"),
  why:
    "A mail folder contains only e-mail and text messages, and no other folder contains them. If the " +
    "class does not match the folder, the server responds with status 4.",
  messages: {
    "class-in-mail":
      "Folder {id} is {kind}, which does not contain class {class}. Request only SMS and Email there.",
    "class-elsewhere":
      "Folder {id} is {kind}, but {class} is available only in mail folders. Remove this Options.",
    undecided:
      "Folder {id}'s type is unknown. Class SMS is available only in mail folders (with protocol " +
      "version 14.0, only in Inbox, Outbox and Sent Items). Set it above, or add the FolderSync response.",
    "undecided-other":
      "Folder {id}'s type is unknown. Class {class} must match the folder (SMS and Email for mail " +
      "folders, other classes for their own folders), or the server responds with status 4. Set it " +
      "above, or add the FolderSync response.",
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
      title: "SMS of a user's folder, according to FolderSync",
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
      title: "no class",
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
      title: "Notes requested from the Inbox",
      messages: [syncRequest("<Options><Class>Notes</Class></Options>")],
      context: { folder: "inbox" },
      finds: ["class-in-mail"],
    },
    {
      title: "a calendar class in Drafts, according to FolderSync",
      messages: [folderResponse("15:3"), writeEstimate("Calendar")],
      finds: ["class-in-mail"],
    },
    {
      title: "SMS requested from a calendar",
      messages: [syncRequest(smsOptions)],
      context: { folder: "calendar" },
      finds: ["class-elsewhere"],
    },
    {
      title: "Email requested from contacts",
      messages: [writeEstimate("Email")],
      context: { folder: "contacts" },
      finds: ["class-elsewhere"],
    },
    {
      title: "FolderSync overrides the context",
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
      title: "a context that can't apply to both of two collections",
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
