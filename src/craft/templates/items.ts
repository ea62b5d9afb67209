import { ALL, FROM_12_0, FROM_14_0, type ProtocolVersion } from "../../eas/versions";
import { conversation, receivedBody } from "./parts";
import { before, from, isFrom, type Template, type TemplateSource, template } from "./template";

type ItemSource = Pick<
  TemplateSource,
  "id" | "title" | "purpose" | "command" | "direction" | "section" | "write"
> &
  Partial<TemplateSource>;

const items = (source: ItemSource): Template => template({ group: "Items", versions: ALL, ...source });

const moveItems = (inside: string): string => `<MoveItems xmlns="Move">${inside}</MoveItems>`;

const moving: readonly Template[] = [
  items({
    id: "move-items",
    title: "MoveItems: two messages into another folder",
    command: "MoveItems",
    direction: "request",
    purpose: "Moves two messages from the Inbox into a folder of the user's.",
    section: "MS-ASCMD 2.2.1.12",
    write: () =>
      moveItems(
        ["5:14", "5:15"]
          .map((id) => `<Move><SrcMsgId>${id}</SrcMsgId><SrcFldId>5</SrcFldId><DstFldId>12</DstFldId></Move>`)
          .join(""),
      ),
  }),
  items({
    id: "move-items-answer",
    title: "MoveItems: one moved, one not found",
    command: "MoveItems",
    direction: "response",
    purpose: "Gives the new ServerId of the moved message, and says that the other is not in the folder.",
    section: "MS-ASCMD 2.2.1.12",
    write: () =>
      moveItems(
        "<Response><SrcMsgId>5:14</SrcMsgId><Status>3</Status><DstMsgId>12:1</DstMsgId></Response>" +
          "<Response><SrcMsgId>5:15</SrcMsgId><Status>1</Status></Response>",
      ),
  }),
];

function estimate(version: ProtocolVersion): string {
  const early =
    "<Class>Email</Class><CollectionId>5</CollectionId><airsync:FilterType>2</airsync:FilterType>" +
    "<airsync:SyncKey>1421370906</airsync:SyncKey>";
  const late =
    "<airsync:SyncKey>1421370906</airsync:SyncKey><CollectionId>5</CollectionId><airsync:Options>" +
    "<airsync:FilterType>2</airsync:FilterType></airsync:Options>";
  return (
    "<GetItemEstimate " +
    `xmlns="GetItemEstimate"><Collections>` +
    `<Collection>${isFrom(version, "14.0") ? late : early}</Collection></Collections></GetItemEstimate>`
  );
}

const estimating: readonly Template[] = [
  items({
    id: "estimate",
    title: "GetItemEstimate: changes of the Inbox",
    command: "GetItemEstimate",
    direction: "request",
    itemClass: "Email",
    purpose: "Asks how many changes of the last three days a Sync of the Inbox would bring.",
    section: "MS-ASCMD 2.2.1.9",
    write: estimate,
  }),
  items({
    id: "estimate-answer",
    title: "GetItemEstimate: so many changes",
    command: "GetItemEstimate",
    direction: "response",
    itemClass: "Email",
    purpose: "Says that a Sync would bring 27 changes.",
    section: "MS-ASCMD 2.2.1.9",
    write: (version) =>
      "<GetItemEstimate " +
      `xmlns="GetItemEstimate"><Response><Status>1</Status>` +
      `<Collection>${before(version, "14.0", "<Class>Email</Class>")}<CollectionId>5</CollectionId>` +
      "<Estimate>27</Estimate></Collection></Response></GetItemEstimate>",
  }),
];

const operations = (inside: string): string =>
  `<ItemOperations xmlns="ItemOperations">${inside}</ItemOperations>`;

type OperationSource = Pick<TemplateSource, "id" | "title" | "purpose" | "direction" | "write"> &
  Partial<TemplateSource>;

const operation = (source: OperationSource): Template =>
  items({ command: "ItemOperations", section: "MS-ASCMD 2.2.1.10", versions: FROM_12_0, ...source });

function fetched(version: ProtocolVersion): string {
  return (
    "<email:To>chris@contoso.com</email:To><email:From>anat@contoso.com</email:From><email:Subject>Agenda " +
    "for " +
    "Tuesday</email:Subject><email:DateReceived>2026-03-02T09:41:07.000Z</email:DateReceived>" +
    "<email:Importance>1</email:Importance><email:Read>1</email:Read>" +
    receivedBody(version, "email", "The agenda is attached.") +
    "<email:MessageClass>IPM.Note</email:MessageClass><email:InternetCPID>65001</email:InternetCPID>" +
    from(version, "14.0", conversation)
  );
}

const fetching: readonly Template[] = [
  operation({
    id: "fetch-item",
    title: "ItemOperations: fetch an e-mail",
    direction: "request",
    itemClass: "Email",
    purpose: "Asks for a whole e-mail as HTML.",
    write: () =>
      operations(
        "<Fetch><Store>Mailbox</Store><airsync:CollectionId>5</airsync:CollectionId>" +
          "<airsync:ServerId>5:14</airsync:ServerId><Options><airsyncbase:BodyPreference>" +
          "<airsyncbase:Type>2</airsyncbase:Type></airsyncbase:BodyPreference></Options></Fetch>",
      ),
  }),
  operation({
    id: "fetch-item-answer",
    title: "ItemOperations: the fetched e-mail",
    direction: "response",
    itemClass: "Email",
    purpose: "Brings the e-mail that was asked for.",
    write: (version) =>
      operations(
        "<Status>1</Status><Response><Fetch><Status>1</Status>" +
          "<airsync:CollectionId>5</airsync:CollectionId><airsync:ServerId>5:14</airsync:ServerId>" +
          `<airsync:Class>Email</airsync:Class><Properties>${fetched(version)}</Properties></Fetch>` +
          "</Response>",
      ),
  }),
  operation({
    id: "fetch-attachment",
    title: "ItemOperations: fetch an attachment",
    direction: "request",
    purpose: "Asks for the first 64 KB of an attachment by its FileReference.",
    write: () =>
      operations(
        "<Fetch><Store>Mailbox</Store><airsyncbase:FileReference>5%3a14%3a0</airsyncbase:FileReference>" +
          "<Options><Range>0-65535</Range></Options></Fetch>",
      ),
  }),
  operation({
    id: "fetch-attachment-answer",
    title: "ItemOperations: the attachment",
    direction: "response",
    purpose: "Brings the attachment as base64, with its range and size.",
    write: () =>
      operations(
        "<Status>1</Status><Response><Fetch><Status>1</Status>" +
          "<airsyncbase:FileReference>5%3a14%3a0</airsyncbase:FileReference><Properties>" +
          "<airsyncbase:ContentType>text/plain</airsyncbase:ContentType><Range>0-4</Range>" +
          "<Total>5</Total><Data>SGVsbG8=</Data></Properties></Fetch></Response>",
      ),
  }),
  operation({
    id: "empty-folder",
    title: "ItemOperations: empty Deleted Items",
    direction: "request",
    purpose: "Deletes everything in a folder, and in the folders in it.",
    write: () =>
      operations(
        "<EmptyFolderContents><airsync:CollectionId>7</airsync:CollectionId><Options>" +
          "<DeleteSubFolders/></Options></EmptyFolderContents>",
      ),
  }),
  operation({
    id: "empty-folder-answer",
    title: "ItemOperations: emptied",
    direction: "response",
    purpose: "Says that the folder was emptied.",
    write: () =>
      operations(
        "<Status>1</Status><Response><EmptyFolderContents><Status>1</Status>" +
          "<airsync:CollectionId>7</airsync:CollectionId></EmptyFolderContents></Response>",
      ),
  }),
  operation({
    id: "move-conversation",
    title: "ItemOperations: move a conversation",
    direction: "request",
    versions: FROM_14_0,
    purpose: "Moves a whole conversation, and what will come of it, into another folder.",
    write: () =>
      operations(
        "<Move><ConversationId><?opaque " +
          "TxsinAfTSl6RYMgudaoT9A==?></ConversationId><DstFldId>12</DstFldId><Options><MoveAlways/>" +
          "</Options></Move>",
      ),
  }),
  operation({
    id: "move-conversation-answer",
    title: "ItemOperations: conversation moved",
    direction: "response",
    versions: FROM_14_0,
    purpose: "Says that the conversation was moved.",
    write: () =>
      operations(
        "<Status>1</Status><Response><Move><Status>1</Status><ConversationId><?opaque " +
          "TxsinAfTSl6RYMgudaoT9A==?></ConversationId></Move></Response>",
      ),
  }),
];

/** What is done to items beside Sync: moved, counted, fetched, emptied. */
export const itemOperationTemplates: readonly Template[] = [...moving, ...estimating, ...fetching];
