import type { Direction } from "../direction";
import { FROM_14_0, type ProtocolVersion } from "../versions";

/** A container whose children have a fixed order in a command's requests or responses. */
export interface Sequence {
  /** "Sync"; a name from `commands`. */
  readonly command: string;
  readonly direction: Direction;
  /** "AirSync:Collection". */
  readonly parent: string;
  /**
   * Its children, "Namespace:Element", in their required order; the catalogue says which of them are
   * required. A child that is not listed can be anywhere.
   */
  readonly children: readonly string[];
  /** The protocol versions that require this order, if others have a different one. */
  readonly versions?: readonly ProtocolVersion[];
}

/**
 * One row. `children` is a list of names separated by spaces; a name without a namespace has that of the
 * parent.
 */
function sequence(
  command: string,
  direction: Direction,
  parent: string,
  children: string,
  versions?: readonly ProtocolVersion[],
): Sequence {
  const namespace = parent.slice(0, parent.indexOf(":") + 1);
  const names = children.split(" ").map((name) => (name.includes(":") ? name : namespace + name));
  return { command, direction, parent, children: names, ...(versions === undefined ? {} : { versions }) };
}

const request = (command: string, parent: string, children: string, versions?: readonly ProtocolVersion[]) =>
  sequence(command, "request", parent, children, versions);
const response = (command: string, parent: string, children: string) =>
  sequence(command, "response", parent, children);

/** The same order in every response that contains whole items. */
const itemResponses = (parent: string, children: string) =>
  ["Sync", "ItemOperations", "Search"].map((command) => response(command, parent, children));

const PREFERENCE = "Type TruncationSize AllOrNone Preview";
const FOLDER = "ServerId ParentId DisplayName Type";

/** Bodies and the preferences for them [MS-ASAIRS] 2.2.2.9 to 2.2.2.12. */
const bodySequences: readonly Sequence[] = [
  ...["Sync", "ItemOperations", "Search"].flatMap((command) => [
    request(command, "AirSyncBase:BodyPreference", PREFERENCE),
    request(command, "AirSyncBase:BodyPartPreference", PREFERENCE),
  ]),
  request("Sync", "AirSyncBase:Body", "Type EstimatedDataSize Truncated Data"),
  request("MeetingResponse", "AirSyncBase:Body", "Type Data"),
  request("SmartForward", "AirSyncBase:Body", "Type Data"),
  response("Sync", "AirSyncBase:Body", "Type EstimatedDataSize Truncated Data Preview"),
  response("Search", "AirSyncBase:Body", "Type EstimatedDataSize Truncated Data Preview"),
  response(
    "ItemOperations",
    "AirSyncBase:Body",
    "Type EstimatedDataSize Truncated Data ItemOperations:Part Preview",
  ),
  ...itemResponses("AirSyncBase:BodyPart", "Status Type EstimatedDataSize Truncated Data Preview"),
];

/** Invitations in mail [MS-ASEMAIL] 2.2.2.48 and 2.2.2.60, and the attachments of protocol version 2.5. */
const mailSequences: readonly Sequence[] = [
  ...itemResponses(
    "Email:MeetingRequest",
    "AllDayEvent StartTime DtStamp EndTime InstanceType Location AirSyncBase:Location Organizer RecurrenceId Reminder ResponseRequested " +
      "Recurrences Sensitivity BusyStatus TimeZone GlobalObjId DisallowNewTimeProposal Email2:MeetingMessageType Calendar:UID " +
      "MeetingResponse:ProposedStartTime MeetingResponse:ProposedEndTime ComposeMail:Forwardees",
  ),
  ...itemResponses(
    "Email:Recurrence",
    "Type Interval Until Occurrences WeekOfMonth DayOfMonth DayOfWeek MonthOfYear Email2:CalendarType Email2:IsLeapMonth Email2:FirstDayOfWeek",
  ),
  response("Sync", "Email:Attachment", "AttName AttSize AttMethod DisplayName"),
];

/**
 * [MS-ASCMD] 2.2.1.21. An operation has different children under Commands and under Responses; both follow
 * this order.
 */
const syncSequences: readonly Sequence[] = [
  request("Sync", "AirSync:Sync", "Collections Wait HeartbeatInterval WindowSize Partial"),
  request(
    "Sync",
    "AirSync:Collection",
    "Class SyncKey CollectionId Supported DeletesAsMoves GetChanges WindowSize ConversationMode Options Commands",
  ),
  request("Sync", "AirSync:Add", "Class ClientId ApplicationData"),
  request("Sync", "AirSync:Change", "ServerId ApplicationData"),
  response("Sync", "AirSync:Sync", "Status Limit Collections"),
  response("Sync", "AirSync:Add", "Class ClientId ServerId Status ApplicationData"),
  response("Sync", "AirSync:Change", "Class ServerId AirSyncBase:InstanceId Status ApplicationData"),
  response("Sync", "AirSync:Delete", "Class ServerId AirSyncBase:InstanceId Status"),
  response("Sync", "AirSync:Fetch", "ServerId Status ApplicationData"),
];

/** [MS-ASCMD] 2.2.1.3 to 2.2.1.6, 2.2.1.8, 2.2.1.9, 2.2.1.12. */
const folderSequences: readonly Sequence[] = [
  request("FolderCreate", "FolderHierarchy:FolderCreate", "SyncKey ParentId DisplayName Type"),
  response("FolderCreate", "FolderHierarchy:FolderCreate", "Status SyncKey ServerId"),
  request("FolderDelete", "FolderHierarchy:FolderDelete", "SyncKey ServerId"),
  response("FolderDelete", "FolderHierarchy:FolderDelete", "Status SyncKey"),
  request("FolderUpdate", "FolderHierarchy:FolderUpdate", "SyncKey ServerId ParentId DisplayName"),
  response("FolderUpdate", "FolderHierarchy:FolderUpdate", "Status SyncKey"),
  response("FolderSync", "FolderHierarchy:FolderSync", "Status SyncKey Changes"),
  response("FolderSync", "FolderHierarchy:Changes", "Count Update Delete Add"),
  response("FolderSync", "FolderHierarchy:Add", FOLDER),
  response("FolderSync", "FolderHierarchy:Update", FOLDER),
  response("GetHierarchy", "FolderHierarchy:Folder", "DisplayName ServerId Type ParentId"),
  request(
    "GetItemEstimate",
    "GetItemEstimate:Collection",
    "AirSync:SyncKey CollectionId AirSync:Options AirSync:ConversationMode",
    FROM_14_0,
  ),
  response("GetItemEstimate", "GetItemEstimate:GetItemEstimate", "Status Response"),
  response("GetItemEstimate", "GetItemEstimate:Response", "Status Collection"),
  response("GetItemEstimate", "GetItemEstimate:Collection", "Class CollectionId Estimate"),
  request("MoveItems", "Move:Move", "SrcMsgId SrcFldId DstFldId"),
  response("MoveItems", "Move:MoveItems", "Status Response"),
  response("MoveItems", "Move:Response", "SrcMsgId Status DstMsgId"),
];

/** [MS-ASCMD] 2.2.1.2, 2.2.1.10, 2.2.1.16: fetching and searching. */
const searchSequences: readonly Sequence[] = [
  response("ItemOperations", "ItemOperations:ItemOperations", "Status Response"),
  response("ItemOperations", "ItemOperations:Response", "Move EmptyFolderContents Fetch"),
  response("ItemOperations", "ItemOperations:EmptyFolderContents", "Status AirSync:CollectionId"),
  response(
    "ItemOperations",
    "ItemOperations:Fetch",
    "Status AirSync:CollectionId AirSync:ServerId Search:LongId AirSync:Class DocumentLibrary:LinkId AirSyncBase:FileReference Properties",
  ),
  request("Search", "Search:EqualTo", "DocumentLibrary:LinkId Value"),
  request("Search", "Search:GreaterThan", "Email:DateReceived Value"),
  request("Search", "Search:LessThan", "Email:DateReceived Value"),
  response("Search", "Search:Search", "Status Response"),
  response("Search", "Search:Store", "Status Result Range Total"),
  response("Search", "Search:Result", "AirSync:Class LongId AirSync:CollectionId Properties"),
  response("Search", "GAL:Picture", "Status Data"),
  response("Find", "Find:Find", "Status Response"),
  response("Find", "Find:Response", "ItemOperations:Store Status Result Range Total"),
  response("Find", "Find:Result", "AirSync:Class AirSync:ServerId AirSync:CollectionId Properties"),
];

/**
 * [MS-ASCMD] 2.2.1.11, 2.2.1.13, 2.2.1.15, 2.2.1.18, 2.2.1.22. In Settings, the Status of a property precedes
 * the requested data.
 */
const peopleSequences: readonly Sequence[] = [
  response("MeetingResponse", "MeetingResponse:Result", "RequestId Status CalendarId InstanceId"),
  response("Ping", "Ping:Ping", "Status Folders MaxFolders HeartbeatInterval"),
  response("ResolveRecipients", "ResolveRecipients:ResolveRecipients", "Status Response"),
  response("ResolveRecipients", "ResolveRecipients:Response", "To Status RecipientCount Recipient"),
  response(
    "ResolveRecipients",
    "ResolveRecipients:Recipient",
    "Type DisplayName EmailAddress Availability Certificates Picture",
  ),
  response("ResolveRecipients", "ResolveRecipients:Availability", "Status MergedFreeBusy"),
  response(
    "ResolveRecipients",
    "ResolveRecipients:Certificates",
    "Status CertificateCount RecipientCount Certificate MiniCertificate",
  ),
  response("Settings", "Settings:Oof", "Status Get"),
  response("Settings", "Settings:UserInformation", "Status Get"),
  response("Settings", "Settings:RightsManagementInformation", "Status Get"),
  response("Settings", "Settings:Get", "OofState StartTime EndTime OofMessage"),
  response("Settings", "Settings:EmailAddresses", "SMTPAddress PrimarySmtpAddress"),
  response(
    "Settings",
    "RightsManagement:RightsManagementTemplate",
    "TemplateID TemplateName TemplateDescription",
  ),
  response("ValidateCert", "ValidateCert:ValidateCert", "Status Certificate"),
];

/** [MS-ASPROV] 2.2.2. */
const provisionSequences: readonly Sequence[] = [
  request("Provision", "Provision:Provision", "Settings:DeviceInformation Policies RemoteWipe"),
  request("Provision", "Provision:Policy", "PolicyType PolicyKey Status"),
  response(
    "Provision",
    "Provision:Provision",
    "Settings:DeviceInformation Status Policies RemoteWipe AccountOnlyRemoteWipe",
  ),
  response("Provision", "Provision:Policy", "PolicyType Status PolicyKey Data"),
  response(
    "Provision",
    "Provision:EASProvisionDoc",
    "DevicePasswordEnabled AlphanumericDevicePasswordRequired PasswordRecoveryEnabled RequireStorageCardEncryption AttachmentsEnabled " +
      "MinDevicePasswordLength MaxInactivityTimeDeviceLock MaxDevicePasswordFailedAttempts MaxAttachmentSize AllowSimpleDevicePassword " +
      "DevicePasswordExpiration DevicePasswordHistory AllowStorageCard AllowCamera RequireDeviceEncryption AllowUnsignedApplications " +
      "AllowUnsignedInstallationPackages MinDevicePasswordComplexCharacters AllowWiFi AllowTextMessaging AllowPOPIMAPEmail AllowBluetooth " +
      "AllowIrDA RequireManualSyncWhenRoaming AllowDesktopSync MaxCalendarAgeFilter AllowHTMLEmail MaxEmailAgeFilter " +
      "MaxEmailBodyTruncationSize MaxEmailHTMLBodyTruncationSize RequireSignedSMIMEMessages RequireEncryptedSMIMEMessages " +
      "RequireSignedSMIMEAlgorithm RequireEncryptionSMIMEAlgorithm AllowSMIMEEncryptionAlgorithmNegotiation AllowSMIMESoftCerts " +
      "AllowBrowser AllowConsumerEmail AllowRemoteDesktop AllowInternetSharing UnapprovedInROMApplicationList ApprovedApplicationList",
  ),
];

/**
 * Every container that has more than one kind of child in a fixed order. The children of any other container
 * can be in any order.
 */
export const sequences: readonly Sequence[] = [
  ...syncSequences,
  ...bodySequences,
  ...mailSequences,
  ...folderSequences,
  ...searchSequences,
  ...peopleSequences,
  ...provisionSequences,
];
