import { ALL, FROM_12_0, FROM_16_0, type ProtocolVersion } from "../../eas/versions";
import { bodyWish, conversation, receivedBody, syncRequest, syncResponse } from "./parts";
import { before, from, type Template, type TemplateSource, template } from "./template";

const INBOX = "5";
const DRAFTS = "6";

type MailSource = Pick<TemplateSource, "id" | "title" | "purpose" | "write"> & Partial<TemplateSource>;

const mail = (source: MailSource): Template =>
  template({
    group: "Sync",
    command: "Sync",
    direction: "request",
    itemClass: "Email",
    section: "MS-ASCMD 2.2.1.21",
    versions: ALL,
    ...source,
  });

const ofInbox = (inside: string, key?: string) => ({
  folderClass: "Email",
  id: INBOX,
  inside,
  ...(key !== undefined && { key }),
});

/**
 * An e-mail as a server sends it [MS-ASEMAIL 2.2.1]: flags, attachments and body in AirSyncBase from 12.0 on,
 * conversations from 14.0.
 */
function message(version: ProtocolVersion): string {
  return (
    '<email:To>"Chris Gray" &lt;chris@contoso.com&gt;</email:To><email:Cc>"Pat Green" ' +
    "&lt;pat@contoso.com&gt;</email:Cc>" +
    '<email:From>"Anat Kerry" &lt;anat@contoso.com&gt;</email:From><email:Subject>Agenda for ' +
    "Tuesday</email:Subject>" +
    "<email:DateReceived>2026-03-02T09:41:07.000Z</email:DateReceived><email:DisplayTo>Chris " +
    "Gray</email:DisplayTo>" +
    "<email:ThreadTopic>Agenda for " +
    "Tuesday</email:ThreadTopic><email:Importance>1</email:Importance><email:Read>0</email:Read>" +
    attachment(version) +
    receivedBody(version, "email", "The agenda is attached.") +
    "<email:MessageClass>IPM.Note</email:MessageClass><email:InternetCPID>65001</email:InternetCPID>" +
    from(
      version,
      "12.0",
      "<email:Flag/><email:ContentClass>urn:content-classes:message</email:ContentClass>",
    ) +
    from(version, "14.0", conversation) +
    from(version, "16.0", "<email2:IsDraft>0</email2:IsDraft>")
  );
}

function attachment(version: ProtocolVersion): string {
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
  return before(version, "12.0", early) + from(version, "12.0", late);
}

/** Sync of mail folders, and what Sync has for a folder of any class. */
export const mailTemplates: readonly Template[] = [
  mail({
    id: "sync-first",
    title: "Sync: first request of a folder, SyncKey 0",
    purpose: "Asks for the first SyncKey of a folder; no item comes with it.",
    write: (version) => syncRequest(version, ofInbox("", "0")),
  }),
  mail({
    id: "sync-first-answer",
    title: "Sync: first SyncKey",
    purpose: "Gives the folder its first SyncKey.",
    direction: "response",
    write: (version) => syncResponse(version, ofInbox("")),
  }),
  mail({
    id: "sync-mail",
    title: "Sync: get e-mail",
    purpose: "Asks for the changes of a mail folder: the last three days, text bodies cut at 32 KB.",
    write: (version) => {
      const inside =
        "<DeletesAsMoves/><GetChanges/><WindowSize>50</WindowSize><Options>" +
        `<FilterType>2</FilterType>${bodyWish(version, 1, 32768)}<MIMESupport>0</MIMESupport></Options>`;
      return syncRequest(version, ofInbox(inside));
    },
  }),
  mail({
    id: "sync-mail-changes",
    title: "Sync: the server's changes of e-mail",
    purpose:
      "Brings a new e-mail with an attachment, a read state, a deletion and an item that fell out of " +
      "the filter, and says that there is more.",
    direction: "response",
    write: (version) => {
      const commands =
        `<Add><ServerId>${INBOX}:14</ServerId><ApplicationData>${message(version)}</ApplicationData></Add>` +
        `<Change><ServerId>${INBOX}:12</ServerId><ApplicationData><email:Read>1</email:Read>` +
        "</ApplicationData></Change>" +
        `<Delete><ServerId>${INBOX}:9</ServerId></Delete><SoftDelete><ServerId>${INBOX}:2</ServerId>` +
        "</SoftDelete>";
      return syncResponse(version, ofInbox(`<MoreAvailable/><Commands>${commands}</Commands>`));
    },
  }),
  mail({
    id: "sync-mail-read",
    title: "Sync: mark an e-mail as read",
    purpose: "Changes the read state of an e-mail on the server.",
    write: (version) =>
      syncRequest(
        version,
        ofInbox(
          `<Commands><Change><ServerId>${INBOX}:14</ServerId><ApplicationData>` +
            "<email:Read>1</email:Read></ApplicationData></Change></Commands>",
        ),
      ),
  }),
  mail({
    id: "sync-mail-flag",
    title: "Sync: clear the flag of an e-mail",
    purpose: "Takes a flag for follow up away: an empty Flag.",
    section: "MS-ASEMAIL 2.2.2.34",
    versions: FROM_12_0,
    write: (version) =>
      syncRequest(
        version,
        ofInbox(
          `<Commands><Change><ServerId>${INBOX}:14</ServerId><ApplicationData><email:Flag/>` +
            "</ApplicationData></Change></Commands>",
        ),
      ),
  }),
  mail({
    id: "sync-delete",
    title: "Sync: delete an e-mail",
    purpose: "Deletes an e-mail for good, or moves it to Deleted Items where DeletesAsMoves is 1.",
    write: (version) =>
      syncRequest(
        version,
        ofInbox(
          `<DeletesAsMoves>1</DeletesAsMoves><Commands><Delete><ServerId>${INBOX}:14</ServerId>` +
            "</Delete></Commands>",
        ),
      ),
  }),
  mail({
    id: "sync-fetch",
    title: "Sync: fetch a whole e-mail",
    purpose: "Asks for all of an e-mail that came cut; ItemOperations is the better way from 12.0 on.",
    write: (version) => {
      const options =
        `<Options>${before(version, "12.0", "<Truncation>8</Truncation>")}${from(version, "12.0", "<airsyncbase:BodyPreference><airsyncbase:Type>2</airsyncbase:Type></airsyncbase:BodyPreference>")}<MIMESupport>0</MIMESupport>` +
        "</Options>";
      return syncRequest(
        version,
        ofInbox(`${options}<Commands><Fetch><ServerId>${INBOX}:14</ServerId></Fetch></Commands>`),
      );
    },
  }),
  mail({
    id: "sync-fetch-answer",
    title: "Sync: the fetched e-mail",
    purpose: "Brings the whole of an e-mail that the client fetched.",
    direction: "response",
    write: (version) =>
      syncResponse(
        version,
        ofInbox(
          `<Responses><Fetch><ServerId>${INBOX}:14</ServerId><Status>1</Status>` +
            `<ApplicationData>${message(version)}</ApplicationData></Fetch></Responses>`,
        ),
      ),
  }),
  mail({
    id: "sync-draft",
    title: "Sync: add a draft",
    purpose: "Saves a draft in the Drafts folder, with an attachment; with Send it goes out at once.",
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
      return syncRequest(version, { folderClass: "Email", id: DRAFTS, inside });
    },
  }),
  mail({
    id: "sync-status-3",
    title: "Sync: SyncKey not valid",
    purpose: "Answers Status 3: the client has to begin again with SyncKey 0.",
    section: "MS-ASCMD 2.2.3.177.17",
    direction: "response",
    write: (version) =>
      syncResponse(version, { ...ofInbox(""), key: "0" }).replace("<Status>1<", "<Status>3<"),
  }),
  mail({
    id: "sync-supported",
    title: "Sync: first request of contacts, with Supported",
    purpose:
      "Says which properties the phone can hold, so that a Change without the others does not delete them.",
    section: "MS-ASCMD 2.2.3.179",
    itemClass: "Contacts",
    write: (version) =>
      syncRequest(version, {
        folderClass: "Contacts",
        id: "2",
        key: "0",
        inside:
          "<Supported><contacts:FirstName/><contacts:LastName/><contacts:MobilePhoneNumber/>" +
          "<contacts:Email1Address/></Supported>",
      }),
  }),
];
