import { utf8 } from "../../bytes/text";
import { binaryOf } from "./base64Value";
import { readHtml, readPlainText, readRtf } from "./bodyText";
import { readCertificate } from "./certificate";
import { readInternetCodePage } from "./codePageNames";
import { isContentLines, readContentLines } from "./contentLines";
import { readConversationId } from "./conversationId";
import { readConversationIndex } from "./conversationIndex";
import { type DateForm, readDate } from "./dateTime";
import { readFreeBusy } from "./freeBusy";
import { readGlobalObjectId, readUid } from "./globalObjectId";
import {
  readAttachmentId,
  readFolderId,
  readItemId,
  readLongId,
  readPolicyKey,
  readSyncKey,
} from "./identifiers";
import { readDisplayNames, readMailboxes } from "./mailAddresses";
import { readMimeHeader } from "./mimeHeaders";
import { readPhoneRecipients } from "./phoneRecipients";
import { readPicture, readPictureHeader } from "./picture";
import {
  count,
  row,
  type ValueContent,
  type ValueContext,
  type ValueElement,
  type ValueReader,
  type ValueReading,
} from "./reading";
import { readDaysOfWeek } from "./recurrence";
import { readSmsBody } from "./smsBody";
import { readBodyType, readFilterType, readMimeSupport, readMimeTruncation } from "./syncOptions";
import { readTimeZone } from "./timeZone";
import { isWapProvisioning, readWapProvisioning } from "./wapProvisioning";

export type { ValueContent, ValueContext, ValueElement, ValueReading } from "./reading";

/** The content as text: inline, or an OPAQUE that is UTF-8. */
function textOf({ text, bytes }: ValueContent): string | undefined {
  return text ?? (bytes === undefined ? undefined : utf8.decode(bytes));
}

/** A reader of text; an OPAQUE that is no text, and an empty element, have nothing to say. */
function ofText(read: (text: string) => ValueReading): ValueReader {
  return (content) => {
    const text = textOf(content);
    return text === undefined || text === "" ? undefined : read(text);
  };
}

/** A reader of bytes, or of the text that stands for them; an empty element has nothing to say. */
function ofBytes(read: (content: ValueContent) => ValueReading): ValueReader {
  return (content) =>
    (content.bytes?.length ?? content.text?.length ?? 0) === 0 ? undefined : read(content);
}

const date = (form: DateForm): ValueReader => ofText((text) => readDate(text, form));
const anyDate = ofText((text) => readDate(text));
const timeZone = ofText(readTimeZone);
const syncKey = ofText(readSyncKey);
const folderId = ofText(readFolderId);
const itemId = ofText(readItemId);
const conversationId = ofBytes(readConversationId);
const policyKey = ofText(readPolicyKey);
const bodyType = ofText(readBodyType);
const oneMailbox = ofText((text) => readMailboxes(text, ",", 1));
const mime = ofBytes(readMimeHeader);

/** The From and To of an SMS name telephones; those of everything else name mailboxes. */
function people(most: number): ValueReader {
  return (content, element, context) => {
    const isPhone = context.itemClass === "SMS" || /\[\s*MOBILE\s*:/i.test(textOf(content) ?? "");
    return ofText((text) => (isPhone ? readPhoneRecipients(text, most) : readMailboxes(text)))(
      content,
      element,
      context,
    );
  };
}

/** The Data of a Body or BodyPart, by the Type beside it and the class of the item [MS-ASAIRS 2.2.2.20]. */
const bodyData: ValueReader = (content, element, context) => {
  if (context.bodyType === "4") return mime(content, element, context);
  const readers: Readonly<Record<string, (text: string) => ValueReading>> = {
    "1": context.itemClass === "SMS" ? readSmsBody : readPlainText,
    "2": readHtml,
    "3": readRtf,
  };
  const text = textOf(content) ?? "";
  if (context.bodyType === undefined) return isContentLines(text) ? readContentLines(text) : undefined;
  const read = Object.hasOwn(readers, context.bodyType) ? readers[context.bodyType] : undefined;
  return read && ofText(read)(content, element, context);
};

/** Data of unknown kind: a picture, a vCard or calendar, else nothing to say. */
const attachmentData: ValueReader = (content) => {
  const { bytes } = binaryOf(content);
  if (readPictureHeader(bytes) !== undefined) return readPicture(content);
  const text = utf8.decode(bytes);
  return text !== undefined && isContentLines(text) ? readContentLines(text) : undefined;
};

/**
 * The Data of a policy is an element of its own but in protocol version 2.5, where it is a WAP provisioning
 * document.
 */
const policyData = ofText((text) => readWapProvisioning(text));
const policy: ValueReader = (content, element, context) =>
  isWapProvisioning(textOf(content) ?? "") ? policyData(content, element, context) : undefined;

/** An element whose value depends on the element around it. */
const byParent =
  (parents: Readonly<Record<string, ValueReader>>, other?: ValueReader): ValueReader =>
  (content, element, context) => {
    const parent = element.parent?.slice(element.parent.lastIndexOf(":") + 1) ?? "";
    return (Object.hasOwn(parents, parent) ? parents[parent] : other)?.(content, element, context);
  };

const searchValue = byParent({ LessThan: anyDate, GreaterThan: anyDate });

/** The longest base64 text of a Contacts:Picture [MS-ASCNTC 2.2.2.58]. */
const CONTACT_PICTURE = 48 * 1024;

const READERS: Readonly<Record<string, Readonly<Record<string, ValueReader>>>> = {
  AirSync: {
    SyncKey: syncKey,
    CollectionId: folderId,
    ServerId: itemId,
    FilterType: ofText(readFilterType),
    MIMESupport: ofText(readMimeSupport),
    MIMETruncation: ofText(readMimeTruncation),
  },
  Contacts: {
    Anniversary: date("dateTime"),
    Birthday: date("dateTime"),
    Picture: ofBytes((content) => readPicture(content, CONTACT_PICTURE)),
  },
  Email: {
    AttName: ofText(readAttachmentId),
    DateReceived: date("dateTime"),
    DisplayTo: ofText(readDisplayNames),
    To: people(Number.POSITIVE_INFINITY),
    From: people(1),
    Cc: ofText((text) => readMailboxes(text)),
    ReplyTo: ofText((text) => readMailboxes(text, ";")),
    Organizer: oneMailbox,
    DtStamp: date("dateTime"),
    StartTime: date("dateTime"),
    EndTime: date("dateTime"),
    RecurrenceId: date("dateTime"),
    Until: anyDate,
    DayOfWeek: ofText(readDaysOfWeek),
    TimeZone: timeZone,
    GlobalObjId: ofText(readGlobalObjectId),
    MIMEData: mime,
    InternetCPID: ofText(readInternetCodePage),
    CompleteTime: date("dateTime"),
  },
  Calendar: {
    Timezone: timeZone,
    Email: oneMailbox,
    OrganizerEmail: oneMailbox,
    DtStamp: date("compact"),
    StartTime: date("compact"),
    EndTime: date("compact"),
    ExceptionStartTime: date("compact"),
    AppointmentReplyTime: date("compact"),
    Until: date("compact"),
    DayOfWeek: ofText(readDaysOfWeek),
    UID: ofText(readUid),
  },
  Move: { SrcMsgId: itemId, SrcFldId: folderId, DstFldId: folderId, DstMsgId: itemId },
  GetItemEstimate: { CollectionId: folderId },
  FolderHierarchy: { SyncKey: syncKey, ServerId: folderId, ParentId: folderId },
  MeetingResponse: {
    CollectionId: folderId,
    RequestId: itemId,
    CalendarId: itemId,
    InstanceId: anyDate,
    ProposedStartTime: date("compact"),
    ProposedEndTime: date("compact"),
  },
  Tasks: {
    DateCompleted: date("dateTime"),
    DueDate: date("dateTime"),
    UtcDueDate: date("dateTime"),
    StartDate: date("dateTime"),
    UtcStartDate: date("dateTime"),
    ReminderTime: date("dateTime"),
    OrdinalDate: date("dateTime"),
    Start: date("dateTime"),
    Until: date("dateTime"),
    DayOfWeek: ofText(readDaysOfWeek),
  },
  ResolveRecipients: {
    EmailAddress: oneMailbox,
    Certificate: ofText(readCertificate),
    MergedFreeBusy: ofText(readFreeBusy),
    StartTime: date("dateTime"),
    EndTime: date("dateTime"),
    Data: ofBytes((content) => readPicture(content)),
  },
  ValidateCert: { Certificate: ofText(readCertificate) },
  Ping: { Id: folderId },
  Provision: { PolicyKey: policyKey, Data: policy },
  Search: { ConversationId: conversationId, LongId: ofText(readLongId), Value: searchValue },
  GAL: { EmailAddress: oneMailbox, Data: ofBytes((content) => readPicture(content)) },
  AirSyncBase: {
    Type: byParent({
      BodyPreference: bodyType,
      BodyPartPreference: bodyType,
      Body: bodyType,
      BodyPart: bodyType,
    }),
    NativeBodyType: bodyType,
    Data: bodyData,
    Content: attachmentData,
    FileReference: ofText(readAttachmentId),
    InstanceId: date("compact"),
  },
  Settings: {
    StartTime: date("dateTime"),
    EndTime: date("dateTime"),
    SMTPAddress: oneMailbox,
    PrimarySmtpAddress: oneMailbox,
  },
  DocumentLibrary: { CreationDate: date("dateTime"), LastModifiedDate: date("dateTime") },
  ItemOperations: {
    ConversationId: conversationId,
    DstFldId: folderId,
    Data: attachmentData,
    Version: date("dateTime"),
  },
  ComposeMail: {
    FolderId: folderId,
    ItemId: itemId,
    LongId: ofText(readLongId),
    InstanceId: anyDate,
    Mime: mime,
    Email: oneMailbox,
  },
  Email2: {
    ConversationId: conversationId,
    ConversationIndex: ofBytes(readConversationIndex),
    LastVerbExecutionTime: date("dateTime"),
    Sender: oneMailbox,
    Bcc: ofText((text) => readMailboxes(text)),
  },
  Notes: { LastModifiedDate: date("compact") },
  RightsManagement: { ContentExpiryDate: date("dateTime") },
};

function ownEntry<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * How many rows a reading has at most, and how many problems: a value made of nothing but commas has as many
 * as it has bytes.
 */
const MOST = 500;

function limitRows(reading: ValueReading): ValueReading {
  const { rows, problems } = reading;
  if (rows.length <= MOST && problems.length <= MOST) return reading;
  const left = rows.length > MOST ? [row("Left out", count(rows.length - MOST, "row"))] : [];
  return { ...reading, rows: [...rows.slice(0, MOST), ...left], problems: problems.slice(0, MOST) };
}

/** Every element whose value has a reader. */
export const readableElements: readonly ValueElement[] = Object.entries(READERS).flatMap(
  ([namespace, readers]) => Object.keys(readers).map((name) => ({ namespace, name })),
);

/**
 * Reads the value of an element as what it is: a time zone, a list of telephones, a conversation index …
 * Total: any text and any bytes give a reading, or `undefined` where the element has no reader, is empty, or
 * holds nothing that needs one. Pass the bytes of an OPAQUE even where they happen to be text. MIME gives its
 * header at once; `readMime` of `mime.ts` reads the parts. A recurrence is read from several elements, by
 * `readRecurrence` of `recurrence.ts`. At most 500 rows, a last one saying how many there are besides, and
 * 500 problems.
 */
export function readValue(
  element: ValueElement,
  content: ValueContent,
  context: ValueContext = {},
): ValueReading | undefined {
  const reader = ownEntry(ownEntry(READERS, element.namespace.replace(/:$/, "")) ?? {}, element.name);
  const reading = reader?.(content, element, context);
  return reading && limitRows(reading);
}
