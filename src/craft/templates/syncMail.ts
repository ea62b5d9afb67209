import { ALL, FROM_12_0, FROM_16_0, type ProtocolVersion } from "../../eas/versions";
import {
  conversation,
  writeBodyPreference,
  writeReceivedBody,
  writeSyncRequest,
  writeSyncResponse,
} from "./fragments";
import { defineTemplate, ifBefore, ifFrom, type Template, type TemplateSource } from "./template";

const INBOX = "5";
const DRAFTS = "6";

type MailSource = Pick<TemplateSource, "id" | "title" | "purpose" | "write"> & Partial<TemplateSource>;

const defineMailTemplate = (source: MailSource): Template =>
  defineTemplate({
    group: "Sync",
    command: "Sync",
    direction: "request",
    itemClass: "Email",
    section: "MS-ASCMD 2.2.1.21",
    versions: ALL,
    ...source,
  });

const describeInbox = (inside: string, key?: string) => ({
  folderClass: "Email",
  id: INBOX,
  inside,
  ...(key !== undefined && { key }),
});

/**
 * An e-mail as a server sends it [MS-ASEMAIL 2.2.1]: flags, attachments and body are in AirSyncBase from 12.0
 * on, and conversations exist from 14.0 on.
 */
function writeMessage(version: ProtocolVersion): string {
  return (
    '<email:To>"Chris Gray" &lt;chris@contoso.com&gt;</email:To><email:Cc>"Pat Green" ' +
    "&lt;pat@contoso.com&gt;</email:Cc>" +
    '<email:From>"Anat Kerry" &lt;anat@contoso.com&gt;</email:From><email:Subject>Agenda for ' +
    "Tuesday</email:Subject>" +
    "<email:DateReceived>2026-03-02T09:41:07.000Z</email:DateReceived><email:DisplayTo>Chris " +
    "Gray</email:DisplayTo>" +
    "<email:ThreadTopic>Agenda for " +
    "Tuesday</email:ThreadTopic><email:Importance>1</email:Importance><email:Read>0</email:Read>" +
    writeAttachment(version) +
    writeReceivedBody(version, "email", "The agenda is attached.") +
    "<email:MessageClass>IPM.Note</email:MessageClass><email:InternetCPID>65001</email:InternetCPID>" +
    ifFrom(
      version,
      "12.0",
      "<email:Flag/><email:ContentClass>urn:content-classes:message</email:ContentClass>",
    ) +
    ifFrom(version, "14.0", conversation) +
    ifFrom(version, "16.0", "<email2:IsDraft>0</email2:IsDraft>")
  );
}

function writeAttachment(version: ProtocolVersion): string {
  const early =
    "<email:Attachments><email:Attachment><email:AttName>5%3a14%3a0</email:AttName>" +
    "<email:AttSize>8192</email:AttSize><email:AttMethod>1</email:AttMethod>" +
    "<email:DisplayName>agenda.txt</email:DisplayName></email:Attachment></email:Attachments>";
  const late =
    "<airsyncbase:Attachments><airsyncbase:Attachment>" +
    "<airsyncbase:DisplayName>agenda.txt</airsyncbase:DisplayName>" +
    "<airsyncbase:FileReference>5%3a14%3a0</airsyncbase:FileReference>" +
    "<airsyncbase:Method>1</airsyncbase:Method>" +
    "<airsyncbase:EstimatedDataSize>8192</airsyncbase:EstimatedDataSize></airsyncbase:Attachment>" +
    "</airsyncbase:Attachments>";
  return ifBefore(version, "12.0", early) + ifFrom(version, "12.0", late);
}

/** Templates for Sync of mail folders, and for the parts of Sync that apply to any folder. */
export const mailTemplates: readonly Template[] = [
  defineMailTemplate({
    id: "sync-first",
    title: "Sync: first request for a folder, SyncKey 0",
    purpose: "Asks for the first SyncKey of a folder; no items are returned yet.",
    write: (version) => writeSyncRequest(version, describeInbox("", "0")),
  }),
  defineMailTemplate({
    id: "sync-first-answer",
    title: "Sync: first SyncKey",
    purpose: "Returns the first SyncKey of the folder.",
    direction: "response",
    write: (version) => writeSyncResponse(version, describeInbox("")),
  }),
  defineMailTemplate({
    id: "sync-mail",
    title: "Sync: get e-mail",
    purpose: "Asks for the changes in a mail folder: the last three days, plain text cut off at 32 KB.",
    write: (version) => {
      const inside =
        "<DeletesAsMoves/><GetChanges/><WindowSize>50</WindowSize><Options>" +
        `<FilterType>2</FilterType>${writeBodyPreference(version, 1, 32768)}<MIMESupport>0</MIMESupport></Options>`;
      return writeSyncRequest(version, describeInbox(inside));
    },
  }),
  defineMailTemplate({
    id: "sync-mail-changes",
    title: "Sync: e-mail changes from the server",
    purpose:
      "Returns a new e-mail with an attachment, a read state, a deletion and an item that left " +
      "the filter, and indicates that there is more.",
    direction: "response",
    write: (version) => {
      const commands =
        `<Add><ServerId>${INBOX}:14</ServerId><ApplicationData>${writeMessage(version)}</ApplicationData></Add>` +
        `<Change><ServerId>${INBOX}:12</ServerId><ApplicationData><email:Read>1</email:Read>` +
        "</ApplicationData></Change>" +
        `<Delete><ServerId>${INBOX}:9</ServerId></Delete><SoftDelete><ServerId>${INBOX}:2</ServerId>` +
        "</SoftDelete>";
      return writeSyncResponse(version, describeInbox(`<MoreAvailable/><Commands>${commands}</Commands>`));
    },
  }),
  defineMailTemplate({
    id: "sync-mail-read",
    title: "Sync: mark an e-mail as read",
    purpose: "Changes the read state of an e-mail on the server.",
    write: (version) =>
      writeSyncRequest(
        version,
        describeInbox(
          `<Commands><Change><ServerId>${INBOX}:14</ServerId><ApplicationData>` +
            "<email:Read>1</email:Read></ApplicationData></Change></Commands>",
        ),
      ),
  }),
  defineMailTemplate({
    id: "sync-mail-flag",
    title: "Sync: clear the flag of an e-mail",
    purpose: "Removes a follow-up flag, with an empty Flag.",
    section: "MS-ASEMAIL 2.2.2.34",
    versions: FROM_12_0,
    write: (version) =>
      writeSyncRequest(
        version,
        describeInbox(
          `<Commands><Change><ServerId>${INBOX}:14</ServerId><ApplicationData><email:Flag/>` +
            "</ApplicationData></Change></Commands>",
        ),
      ),
  }),
  defineMailTemplate({
    id: "sync-delete",
    title: "Sync: delete an e-mail",
    purpose: "Deletes an e-mail permanently, or moves it to Deleted Items if DeletesAsMoves is 1.",
    write: (version) =>
      writeSyncRequest(
        version,
        describeInbox(
          `<DeletesAsMoves>1</DeletesAsMoves><Commands><Delete><ServerId>${INBOX}:14</ServerId>` +
            "</Delete></Commands>",
        ),
      ),
  }),
  defineMailTemplate({
    id: "sync-fetch",
    title: "Sync: fetch a whole e-mail",
    purpose: "Asks for the rest of a truncated e-mail; from 12.0 on, use ItemOperations instead.",
    write: (version) => {
      const options =
        `<Options>${ifBefore(version, "12.0", "<Truncation>8</Truncation>")}${ifFrom(version, "12.0", "<airsyncbase:BodyPreference><airsyncbase:Type>2</airsyncbase:Type></airsyncbase:BodyPreference>")}<MIMESupport>0</MIMESupport>` +
        "</Options>";
      return writeSyncRequest(
        version,
        describeInbox(`${options}<Commands><Fetch><ServerId>${INBOX}:14</ServerId></Fetch></Commands>`),
      );
    },
  }),
  defineMailTemplate({
    id: "sync-fetch-answer",
    title: "Sync: the fetched e-mail",
    purpose: "Returns a fetched e-mail in full.",
    direction: "response",
    write: (version) =>
      writeSyncResponse(
        version,
        describeInbox(
          `<Responses><Fetch><ServerId>${INBOX}:14</ServerId><Status>1</Status>` +
            `<ApplicationData>${writeMessage(version)}</ApplicationData></Fetch></Responses>`,
        ),
      ),
  }),
  defineMailTemplate({
    id: "sync-draft",
    title: "Sync: add a draft",
    purpose: "Saves a draft with an attachment in the Drafts folder; with Send, it is sent immediately.",
    section: "MS-ASCMD 2.2.3.7.2",
    versions: FROM_16_0,
    write: (version) => {
      const attached =
        "<airsyncbase:Attachments><airsyncbase:Add><airsyncbase:ClientId>a1</airsyncbase:ClientId>" +
        "<airsyncbase:Method>1</airsyncbase:Method><airsyncbase:Content><?opaque " +
        "SGVsbG8=?></airsyncbase:Content><airsyncbase:DisplayName>hello.txt</airsyncbase:DisplayName>" +
        "</airsyncbase:Add></airsyncbase:Attachments>";
      const data =
        "<email:To>chris@contoso.com</email:To><email:Subject>Lunch</email:Subject>" +
        "<email:Importance>1</email:Importance><airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type>" +
        "<airsyncbase:Data>At " +
        `noon?</airsyncbase:Data></airsyncbase:Body>${attached}`;
      const inside =
        `<Commands><Add><ClientId>d1</ClientId><ApplicationData>${data}</ApplicationData></Add>` +
        "</Commands>";
      return writeSyncRequest(version, { folderClass: "Email", id: DRAFTS, inside });
    },
  }),
  defineMailTemplate({
    id: "sync-status-3",
    title: "Sync: invalid SyncKey",
    purpose: "Returns Status 3: the client must start again with SyncKey 0.",
    section: "MS-ASCMD 2.2.3.177.17",
    direction: "response",
    write: (version) =>
      writeSyncResponse(version, { ...describeInbox(""), key: "0" }).replace("<Status>1<", "<Status>3<"),
  }),
  defineMailTemplate({
    id: "sync-supported",
    title: "Sync: first request for contacts, with Supported",
    purpose:
      "Lists the properties that the phone supports; a Change without the others leaves those unchanged.",
    section: "MS-ASCMD 2.2.3.179",
    itemClass: "Contacts",
    write: (version) =>
      writeSyncRequest(version, {
        folderClass: "Contacts",
        id: "2",
        key: "0",
        inside:
          "<Supported><contacts:FirstName/><contacts:LastName/><contacts:MobilePhoneNumber/>" +
          "<contacts:Email1Address/></Supported>",
      }),
  }),
];
