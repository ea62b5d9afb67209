import { ALL, FROM_12_0, FROM_14_0, type ProtocolVersion } from "../../eas/versions";
import { writeReturnedMail } from "./fragments";
import { defineTemplate, ifBefore, isAtLeast, type Template, type TemplateSource } from "./template";

type ItemSource = Pick<
  TemplateSource,
  "id" | "title" | "purpose" | "command" | "direction" | "section" | "write"
> &
  Partial<TemplateSource>;

const defineItemTemplate = (source: ItemSource): Template =>
  defineTemplate({ group: "Items", versions: ALL, ...source });

const writeMoveItems = (inside: string): string => `<MoveItems xmlns="Move">${inside}</MoveItems>`;

const moveTemplates: readonly Template[] = [
  defineItemTemplate({
    id: "move-items",
    title: "MoveItems: two messages into another folder",
    command: "MoveItems",
    direction: "request",
    purpose: "Moves two messages from the Inbox to one of the user's folders.",
    section: "MS-ASCMD 2.2.1.12",
    write: () =>
      writeMoveItems(
        ["5:14", "5:15"]
          .map((id) => `<Move><SrcMsgId>${id}</SrcMsgId><SrcFldId>5</SrcFldId><DstFldId>12</DstFldId></Move>`)
          .join(""),
      ),
  }),
  defineItemTemplate({
    id: "move-items-answer",
    title: "MoveItems: one moved, one not found",
    command: "MoveItems",
    direction: "response",
    purpose: "Returns the new ServerId of the moved message; the other one is not in the folder.",
    section: "MS-ASCMD 2.2.1.12",
    write: () =>
      writeMoveItems(
        "<Response><SrcMsgId>5:14</SrcMsgId><Status>3</Status><DstMsgId>12:1</DstMsgId></Response>" +
          "<Response><SrcMsgId>5:15</SrcMsgId><Status>1</Status></Response>",
      ),
  }),
];

function writeEstimateRequest(version: ProtocolVersion): string {
  const early =
    "<Class>Email</Class><CollectionId>5</CollectionId><airsync:FilterType>2</airsync:FilterType>" +
    "<airsync:SyncKey>1421370906</airsync:SyncKey>";
  const late =
    "<airsync:SyncKey>1421370906</airsync:SyncKey><CollectionId>5</CollectionId><airsync:Options>" +
    "<airsync:FilterType>2</airsync:FilterType></airsync:Options>";
  return (
    "<GetItemEstimate " +
    `xmlns="GetItemEstimate"><Collections>` +
    `<Collection>${isAtLeast(version, "14.0") ? late : early}</Collection></Collections></GetItemEstimate>`
  );
}

const estimateTemplates: readonly Template[] = [
  defineItemTemplate({
    id: "estimate",
    title: "GetItemEstimate: changes of the Inbox",
    command: "GetItemEstimate",
    direction: "request",
    itemClass: "Email",
    purpose: "Asks how many changes from the last three days a Sync of the Inbox would return.",
    section: "MS-ASCMD 2.2.1.9",
    write: writeEstimateRequest,
  }),
  defineItemTemplate({
    id: "estimate-answer",
    title: "GetItemEstimate: the number of changes",
    command: "GetItemEstimate",
    direction: "response",
    itemClass: "Email",
    purpose: "Reports that a Sync would return 27 changes.",
    section: "MS-ASCMD 2.2.1.9",
    write: (version) =>
      "<GetItemEstimate " +
      `xmlns="GetItemEstimate"><Response><Status>1</Status>` +
      `<Collection>${ifBefore(version, "14.0", "<Class>Email</Class>")}<CollectionId>5</CollectionId>` +
      "<Estimate>27</Estimate></Collection></Response></GetItemEstimate>",
  }),
];

const writeItemOperations = (inside: string): string =>
  `<ItemOperations xmlns="ItemOperations">${inside}</ItemOperations>`;

type OperationSource = Pick<TemplateSource, "id" | "title" | "purpose" | "direction" | "write"> &
  Partial<TemplateSource>;

const defineOperationTemplate = (source: OperationSource): Template =>
  defineItemTemplate({
    command: "ItemOperations",
    section: "MS-ASCMD 2.2.1.10",
    versions: FROM_12_0,
    ...source,
  });

const operationTemplates: readonly Template[] = [
  defineOperationTemplate({
    id: "fetch-item",
    title: "ItemOperations: fetch an e-mail",
    direction: "request",
    itemClass: "Email",
    purpose: "Asks for a whole e-mail as HTML.",
    write: () =>
      writeItemOperations(
        "<Fetch><Store>Mailbox</Store><airsync:CollectionId>5</airsync:CollectionId>" +
          "<airsync:ServerId>5:14</airsync:ServerId><Options><airsyncbase:BodyPreference>" +
          "<airsyncbase:Type>2</airsyncbase:Type></airsyncbase:BodyPreference></Options></Fetch>",
      ),
  }),
  defineOperationTemplate({
    id: "fetch-item-answer",
    title: "ItemOperations: the fetched e-mail",
    direction: "response",
    itemClass: "Email",
    purpose: "Returns the requested e-mail.",
    write: (version) =>
      writeItemOperations(
        "<Status>1</Status><Response><Fetch><Status>1</Status>" +
          "<airsync:CollectionId>5</airsync:CollectionId><airsync:ServerId>5:14</airsync:ServerId>" +
          `<airsync:Class>Email</airsync:Class><Properties>${writeReturnedMail(version)}</Properties></Fetch>` +
          "</Response>",
      ),
  }),
  defineOperationTemplate({
    id: "fetch-attachment",
    title: "ItemOperations: fetch an attachment",
    direction: "request",
    purpose: "Asks for the first 64 KB of an attachment by its FileReference.",
    write: () =>
      writeItemOperations(
        "<Fetch><Store>Mailbox</Store><airsyncbase:FileReference>5%3a14%3a0</airsyncbase:FileReference>" +
          "<Options><Range>0-65535</Range></Options></Fetch>",
      ),
  }),
  defineOperationTemplate({
    id: "fetch-attachment-answer",
    title: "ItemOperations: the attachment",
    direction: "response",
    purpose: "Returns the attachment as base64, with its range and size.",
    write: () =>
      writeItemOperations(
        "<Status>1</Status><Response><Fetch><Status>1</Status>" +
          "<airsyncbase:FileReference>5%3a14%3a0</airsyncbase:FileReference><Properties>" +
          "<airsyncbase:ContentType>text/plain</airsyncbase:ContentType><Range>0-4</Range>" +
          "<Total>5</Total><Data>SGVsbG8=</Data></Properties></Fetch></Response>",
      ),
  }),
  defineOperationTemplate({
    id: "empty-folder",
    title: "ItemOperations: empty Deleted Items",
    direction: "request",
    purpose: "Deletes everything in a folder and its subfolders.",
    write: () =>
      writeItemOperations(
        "<EmptyFolderContents><airsync:CollectionId>7</airsync:CollectionId><Options>" +
          "<DeleteSubFolders/></Options></EmptyFolderContents>",
      ),
  }),
  defineOperationTemplate({
    id: "empty-folder-answer",
    title: "ItemOperations: emptied",
    direction: "response",
    purpose: "Confirms that the folder was emptied.",
    write: () =>
      writeItemOperations(
        "<Status>1</Status><Response><EmptyFolderContents><Status>1</Status>" +
          "<airsync:CollectionId>7</airsync:CollectionId></EmptyFolderContents></Response>",
      ),
  }),
  defineOperationTemplate({
    id: "move-conversation",
    title: "ItemOperations: move a conversation",
    direction: "request",
    versions: FROM_14_0,
    purpose: "Moves a whole conversation, including future messages, to another folder.",
    write: () =>
      writeItemOperations(
        "<Move><ConversationId><?opaque " +
          "TxsinAfTSl6RYMgudaoT9A==?></ConversationId><DstFldId>12</DstFldId><Options><MoveAlways/>" +
          "</Options></Move>",
      ),
  }),
  defineOperationTemplate({
    id: "move-conversation-answer",
    title: "ItemOperations: conversation moved",
    direction: "response",
    versions: FROM_14_0,
    purpose: "Confirms that the conversation was moved.",
    write: () =>
      writeItemOperations(
        "<Status>1</Status><Response><Move><Status>1</Status><ConversationId><?opaque " +
          "TxsinAfTSl6RYMgudaoT9A==?></ConversationId></Move></Response>",
      ),
  }),
];

/** Templates for operations on items outside Sync: move, count, fetch, empty. */
export const itemOperationTemplates: readonly Template[] = [
  ...moveTemplates,
  ...estimateTemplates,
  ...operationTemplates,
];
