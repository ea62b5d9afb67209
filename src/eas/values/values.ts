import { utf8 } from "../../bytes/text";
import { readBinary } from "./base64Value";
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
  formatCount,
  row,
  type ValueContent,
  type ValueContext,
  type ValueElement,
  type ValueReader,
  type ValueReading,
} from "./reading";
import { readWeekdays } from "./recurrence";
import { readSmsBody } from "./smsBody";
import { readBodyType, readFilterType, readMimeSupport, readMimeTruncation } from "./syncOptions";
import { readTimeZone } from "./timeZone";
import { isWapProvisioning, readWapProvisioning } from "./wapProvisioning";

export type { ValueContent, ValueContext, ValueElement, ValueReading } from "./reading";

/** The content as text: inline, or an OPAQUE in UTF-8. */
function decodeText({ text, bytes }: ValueContent): string | undefined {
  return text ?? (bytes === undefined ? undefined : utf8.decode(bytes));
}

/**
 * Creates a reader from a function of text. An OPAQUE that is not text and an empty element give no reading.
 */
function readAsText(read: (text: string) => ValueReading): ValueReader {
  return (content) => {
    const text = decodeText(content);
    return text === undefined || text === "" ? undefined : read(text);
  };
}

/**
 * Creates a reader from a function of bytes, or of text that represents bytes. An empty element gives no
 * reading.
 */
function readAsBytes(read: (content: ValueContent) => ValueReading): ValueReader {
  return (content) =>
    (content.bytes?.length ?? content.text?.length ?? 0) === 0 ? undefined : read(content);
}

const readAsDate = (form: DateForm): ValueReader => readAsText((text) => readDate(text, form));
const anyDate = readAsText((text) => readDate(text));
const timeZone = readAsText(readTimeZone);
const syncKey = readAsText(readSyncKey);
const folderId = readAsText(readFolderId);
const itemId = readAsText(readItemId);
const conversationId = readAsBytes(readConversationId);
const policyKey = readAsText(readPolicyKey);
const bodyType = readAsText(readBodyType);
const oneMailbox = readAsText((text) => readMailboxes(text, ",", 1));
const mime = readAsBytes(readMimeHeader);

/** Reads phone recipients in the From and To of an SMS, and mailboxes everywhere else. */
function readAsPeople(most: number): ValueReader {
  return (content, element, context) => {
    const isPhone = context.itemClass === "SMS" || /\[\s*MOBILE\s*:/i.test(decodeText(content) ?? "");
    return readAsText((text) => (isPhone ? readPhoneRecipients(text, most) : readMailboxes(text)))(
      content,
      element,
      context,
    );
  };
}

/**
 * Reads the Data of a Body or BodyPart, according to the Type next to it and the class of the item [MS-ASAIRS
 * 2.2.2.20].
 */
const bodyData: ValueReader = (content, element, context) => {
  if (context.bodyType === "4") return mime(content, element, context);
  const readers: Readonly<Record<string, (text: string) => ValueReading>> = {
    "1": context.itemClass === "SMS" ? readSmsBody : readPlainText,
    "2": readHtml,
    "3": readRtf,
  };
  const text = decodeText(content) ?? "";
  if (context.bodyType === undefined) return isContentLines(text) ? readContentLines(text) : undefined;
  const read = Object.hasOwn(readers, context.bodyType) ? readers[context.bodyType] : undefined;
  return read && readAsText(read)(content, element, context);
};

/** Reads data of an unknown kind: a picture, a vCard or an iCalendar, if it is one. */
const attachmentData: ValueReader = (content) => {
  const { bytes } = readBinary(content);
  if (readPictureHeader(bytes) !== undefined) return readPicture(content);
  const text = utf8.decode(bytes);
  return text !== undefined && isContentLines(text) ? readContentLines(text) : undefined;
};

/**
 * The Data of a policy contains elements, except in protocol version 2.5, where it is a WAP provisioning
 * document.
 */
const policyData = readAsText((text) => readWapProvisioning(text));
const policy: ValueReader = (content, element, context) =>
  isWapProvisioning(decodeText(content) ?? "") ? policyData(content, element, context) : undefined;

/** Selects the reader by the parent element. */
const byParent =
  (parents: Readonly<Record<string, ValueReader>>, other?: ValueReader): ValueReader =>
  (content, element, context) => {
    const parent = element.parent?.slice(element.parent.lastIndexOf(":") + 1) ?? "";
    return (Object.hasOwn(parents, parent) ? parents[parent] : other)?.(content, element, context);
  };

const searchValue = byParent({ LessThan: anyDate, GreaterThan: anyDate });

/** The maximum base64 length of a Contacts:Picture [MS-ASCNTC 2.2.2.58]. */
const CONTACT_PICTURE = 48 * 1024;

const READERS: Readonly<Record<string, Readonly<Record<string, ValueReader>>>> = {
  AirSync: {
    SyncKey: syncKey,
    CollectionId: folderId,
    ServerId: itemId,
    FilterType: readAsText(readFilterType),
    MIMESupport: readAsText(readMimeSupport),
    MIMETruncation: readAsText(readMimeTruncation),
  },
  Contacts: {
    Anniversary: readAsDate("dateTime"),
    Birthday: readAsDate("dateTime"),
    Picture: readAsBytes((content) => readPicture(content, CONTACT_PICTURE)),
  },
  Email: {
    AttName: readAsText(readAttachmentId),
    DateReceived: readAsDate("dateTime"),
    DisplayTo: readAsText(readDisplayNames),
    To: readAsPeople(Number.POSITIVE_INFINITY),
    From: readAsPeople(1),
    Cc: readAsText((text) => readMailboxes(text)),
    ReplyTo: readAsText((text) => readMailboxes(text, ";")),
    Organizer: oneMailbox,
    DtStamp: readAsDate("dateTime"),
    StartTime: readAsDate("dateTime"),
    EndTime: readAsDate("dateTime"),
    RecurrenceId: readAsDate("dateTime"),
    Until: anyDate,
    DayOfWeek: readAsText(readWeekdays),
    TimeZone: timeZone,
    GlobalObjId: readAsText(readGlobalObjectId),
    MIMEData: mime,
    InternetCPID: readAsText(readInternetCodePage),
    CompleteTime: readAsDate("dateTime"),
  },
  Calendar: {
    Timezone: timeZone,
    Email: oneMailbox,
    OrganizerEmail: oneMailbox,
    DtStamp: readAsDate("compact"),
    StartTime: readAsDate("compact"),
    EndTime: readAsDate("compact"),
    ExceptionStartTime: readAsDate("compact"),
    AppointmentReplyTime: readAsDate("compact"),
    Until: readAsDate("compact"),
    DayOfWeek: readAsText(readWeekdays),
    UID: readAsText(readUid),
  },
  Move: { SrcMsgId: itemId, SrcFldId: folderId, DstFldId: folderId, DstMsgId: itemId },
  GetItemEstimate: { CollectionId: folderId },
  FolderHierarchy: { SyncKey: syncKey, ServerId: folderId, ParentId: folderId },
  MeetingResponse: {
    CollectionId: folderId,
    RequestId: itemId,
    CalendarId: itemId,
    InstanceId: anyDate,
    ProposedStartTime: readAsDate("compact"),
    ProposedEndTime: readAsDate("compact"),
  },
  Tasks: {
    DateCompleted: readAsDate("dateTime"),
    DueDate: readAsDate("dateTime"),
    UtcDueDate: readAsDate("dateTime"),
    StartDate: readAsDate("dateTime"),
    UtcStartDate: readAsDate("dateTime"),
    ReminderTime: readAsDate("dateTime"),
    OrdinalDate: readAsDate("dateTime"),
    Start: readAsDate("dateTime"),
    Until: readAsDate("dateTime"),
    DayOfWeek: readAsText(readWeekdays),
  },
  ResolveRecipients: {
    EmailAddress: oneMailbox,
    Certificate: readAsText(readCertificate),
    MergedFreeBusy: readAsText(readFreeBusy),
    StartTime: readAsDate("dateTime"),
    EndTime: readAsDate("dateTime"),
    Data: readAsBytes((content) => readPicture(content)),
  },
  ValidateCert: { Certificate: readAsText(readCertificate) },
  Ping: { Id: folderId },
  Provision: { PolicyKey: policyKey, Data: policy },
  Search: { ConversationId: conversationId, LongId: readAsText(readLongId), Value: searchValue },
  GAL: { EmailAddress: oneMailbox, Data: readAsBytes((content) => readPicture(content)) },
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
    FileReference: readAsText(readAttachmentId),
    InstanceId: readAsDate("compact"),
  },
  Settings: {
    StartTime: readAsDate("dateTime"),
    EndTime: readAsDate("dateTime"),
    SMTPAddress: oneMailbox,
    PrimarySmtpAddress: oneMailbox,
  },
  DocumentLibrary: { CreationDate: readAsDate("dateTime"), LastModifiedDate: readAsDate("dateTime") },
  ItemOperations: {
    ConversationId: conversationId,
    DstFldId: folderId,
    Data: attachmentData,
    Version: readAsDate("dateTime"),
  },
  ComposeMail: {
    FolderId: folderId,
    ItemId: itemId,
    LongId: readAsText(readLongId),
    InstanceId: anyDate,
    Mime: mime,
    Email: oneMailbox,
  },
  Email2: {
    ConversationId: conversationId,
    ConversationIndex: readAsBytes(readConversationIndex),
    LastVerbExecutionTime: readAsDate("dateTime"),
    Sender: oneMailbox,
    Bcc: readAsText((text) => readMailboxes(text)),
  },
  Notes: { LastModifiedDate: readAsDate("compact") },
  RightsManagement: { ContentExpiryDate: readAsDate("dateTime") },
};

function getOwnEntry<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * The maximum number of rows and of problems in a reading: a value that consists only of commas has as many
 * as it has bytes.
 */
const MAX_ROWS = 500;

function limitRows(reading: ValueReading): ValueReading {
  const { rows, problems } = reading;
  if (rows.length <= MAX_ROWS && problems.length <= MAX_ROWS) return reading;
  const omitted = rows.length > MAX_ROWS ? [row("Left out", formatCount(rows.length - MAX_ROWS, "row"))] : [];
  return {
    ...reading,
    rows: [...rows.slice(0, MAX_ROWS), ...omitted],
    problems: problems.slice(0, MAX_ROWS),
  };
}

/** Every element whose value has a reader. */
export const readableElements: readonly ValueElement[] = Object.entries(READERS).flatMap(
  ([namespace, readers]) => Object.keys(readers).map((name) => ({ namespace, name })),
);

/**
 * Reads the value of an element according to its kind: a time zone, a list of phone numbers, a conversation
 * index … Total: any text and any bytes give a reading, or `undefined` if the element has no reader, is
 * empty, or contains nothing to explain. Pass the bytes of an OPAQUE even if they are text. For MIME, this
 * reads only the header; `readMime` in `mime.ts` reads the parts. A recurrence consists of several elements
 * and is read by `readRecurrence` in `recurrence.ts`. At most 500 problems and 500 rows, plus one that gives
 * the number of omitted rows.
 */
export function readValue(
  element: ValueElement,
  content: ValueContent,
  context: ValueContext = {},
): ValueReading | undefined {
  const reader = getOwnEntry(getOwnEntry(READERS, element.namespace.replace(/:$/, "")) ?? {}, element.name);
  const reading = reader?.(content, element, context);
  return reading && limitRows(reading);
}
