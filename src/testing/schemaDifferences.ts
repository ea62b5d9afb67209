/** Differences of one kind between the schemas and the catalogue, and why the catalogue is right. */
export interface SchemaDifferences {
  readonly why: string;
  /** The subject of the schema, parent, element and difference, as the test writes them. */
  readonly lines: readonly string[];
}

/**
 * Every difference between the published schemas (requests of 14.1, responses of 16.1) and the catalogue. The
 * text of the documents takes precedence over their schemas.
 */
export const schemaDifferences: readonly SchemaDifferences[] = [
  {
    why: "MS-ASDTYPE 2.7.3 has telephone numbers as a kind of string; the schemas write the string alone.",
    lines: [
      "shared |  | Contacts2:CompanyMainPhone | type: schema string, catalogue phoneNumber",
      "shared |  | Contacts:AssistantPhoneNumber | type: schema string, catalogue phoneNumber",
      "shared |  | Contacts:Business2PhoneNumber | type: schema string, catalogue phoneNumber",
      "shared |  | Contacts:BusinessFaxNumber | type: schema string, catalogue phoneNumber",
      "shared |  | Contacts:BusinessPhoneNumber | type: schema string, catalogue phoneNumber",
      "shared |  | Contacts:CarPhoneNumber | type: schema string, catalogue phoneNumber",
      "shared |  | Contacts:Home2PhoneNumber | type: schema string, catalogue phoneNumber",
      "shared |  | Contacts:HomeFaxNumber | type: schema string, catalogue phoneNumber",
      "shared |  | Contacts:HomePhoneNumber | type: schema string, catalogue phoneNumber",
      "shared |  | Contacts:MobilePhoneNumber | type: schema string, catalogue phoneNumber",
      "shared |  | Contacts:PagerNumber | type: schema string, catalogue phoneNumber",
      "shared |  | Contacts:RadioPhoneNumber | type: schema string, catalogue phoneNumber",
    ],
  },
  {
    why: "MS-ASDTYPE 2.7.2 has e-mail addresses as a kind of string; the schemas write the string alone.",
    lines: [
      "shared |  | Calendar:OrganizerEmail | type: schema string, catalogue emailAddress",
      "shared |  | Contacts:Email1Address | type: schema string, catalogue emailAddress",
      "shared |  | Contacts:Email2Address | type: schema string, catalogue emailAddress",
      "shared |  | Contacts:Email3Address | type: schema string, catalogue emailAddress",
      "shared |  | Email2:Sender | type: schema string, catalogue emailAddress",
      "shared | Calendar:Attendee | Calendar:Email | type: schema string, catalogue emailAddress",
    ],
  },
  {
    why: "MS-ASDTYPE 2.7.5 has date and time without hyphens and colons, which is a string in a schema.",
    lines: [
      "MeetingResponse response |  | MeetingResponse:ProposedEndTime | type: schema string, catalogue compactDateTime",
      "MeetingResponse response |  | MeetingResponse:ProposedStartTime | type: schema string, catalogue compactDateTime",
      "shared |  | AirSyncBase:InstanceId | type: schema string, catalogue compactDateTime",
      "shared |  | Calendar:AppointmentReplyTime | type: schema string, catalogue compactDateTime",
      "shared |  | Calendar:DtStamp | type: schema string, catalogue compactDateTime",
      "shared |  | Calendar:EndTime | type: schema string, catalogue compactDateTime",
      "shared |  | Calendar:StartTime | type: schema string, catalogue compactDateTime",
      "shared |  | Notes:LastModifiedDate | type: schema string, catalogue compactDateTime",
      "shared | Calendar:Exception | Calendar:ExceptionStartTime | type: schema string, catalogue compactDateTime",
      "shared | Calendar:Recurrence | Calendar:Until | type: schema string, catalogue compactDateTime",
    ],
  },
  {
    why: "The text of [MS-ASCMD] types these as dateTime; the schemas leave the format open.",
    lines: [
      "MeetingResponse request | MeetingResponse:Request | MeetingResponse:InstanceId | type: schema string, catalogue dateTime",
      "MeetingResponse response | MeetingResponse:Result | MeetingResponse:InstanceId | type: schema string, catalogue dateTime",
      "ResolveRecipients request | ResolveRecipients:Availability | ResolveRecipients:EndTime | type: schema string, catalogue dateTime",
      "ResolveRecipients request | ResolveRecipients:Availability | ResolveRecipients:StartTime | type: schema string, catalogue dateTime",
      "shared | ComposeMail:Source | ComposeMail:InstanceId | type: schema string, catalogue dateTime",
    ],
  },
  {
    why: "MS-ASDTYPE 2.7.1 has byte arrays, which travel as OPAQUE or base64; as XML they are strings.",
    lines: [
      "Find response | GAL:Picture | GAL:Data | type: schema string, catalogue byteArray",
      "ResolveRecipients response | ResolveRecipients:Picture | ResolveRecipients:Data | type: schema string, catalogue byteArray",
      "Search request | Search:Query | Search:ConversationId | type: schema string, catalogue byteArray",
      "Search response | GAL:Picture | GAL:Data | type: schema string, catalogue byteArray",
      "shared |  | Email2:ConversationId | type: schema string, catalogue byteArray",
      "shared |  | Email2:ConversationIndex | type: schema string, catalogue byteArray",
      "shared |  | ItemOperations:ConversationId | type: schema string, catalogue byteArray",
      "shared | AirSyncBase:Add | AirSyncBase:Content | type: schema string, catalogue byteArray",
      "shared | Search:Query | Search:ConversationId | type: schema string, catalogue byteArray",
    ],
  },
  {
    why: "The text says base64 of certificates, pictures, files and ids; a schema of these years writes xs:string for it.",
    lines: [
      "ResolveRecipients response | ResolveRecipients:Certificates | ResolveRecipients:Certificate | type: schema string, catalogue base64",
      "ResolveRecipients response | ResolveRecipients:Certificates | ResolveRecipients:MiniCertificate | type: schema string, catalogue base64",
      "shared |  | Contacts:Picture | type: schema string, catalogue base64",
      "shared |  | ItemOperations:Data | type: schema string, catalogue base64",
      "shared | Email:MeetingRequest | Email:GlobalObjId | type: schema string, catalogue base64",
    ],
  },
  {
    why: "MS-ASDTYPE 2.7.4 has the structure of time zones; in a schema its base64 is a string.",
    lines: [
      "shared |  | Calendar:Timezone | type: schema string, catalogue timeZone",
      "shared | Email:MeetingRequest | Email:TimeZone | type: schema string, catalogue timeZone",
    ],
  },
  {
    why: "MIME travels as OPAQUE bytes; the schema knows its XML form alone.",
    lines: ["shared |  | ComposeMail:Mime | type: schema string, catalogue mime"],
  },
  {
    why: "MS-ASCAL 2.2.2.38 types it unsignedInt; the schema has a string because it may come empty.",
    lines: ["shared |  | Calendar:Reminder | type: schema string, catalogue unsignedInt"],
  },
  {
    why: "MS-ASPROV 2.2.2.54 types it unsignedByte; the schema leaves it open.",
    lines: [
      "Provision request | Provision:Policy | Provision:Status | type: schema string, catalogue unsignedByte",
      "Provision request | Provision:RemoteWipe | Provision:Status | type: schema string, catalogue unsignedByte",
    ],
  },
  {
    why: "The text types these unsignedByte or lists small numbers alone; xs:integer holds them too.",
    lines: [
      "FolderSync response | FolderHierarchy:Add | FolderHierarchy:Type | type: schema integer, catalogue unsignedByte",
      "FolderSync response | FolderHierarchy:Update | FolderHierarchy:Type | type: schema integer, catalogue unsignedByte",
      "GetItemEstimate response | GetItemEstimate:GetItemEstimate | GetItemEstimate:Status | type: schema integer, catalogue unsignedByte",
      "GetItemEstimate response | GetItemEstimate:Response | GetItemEstimate:Status | type: schema integer, catalogue unsignedByte",
      "MoveItems response | Move:MoveItems | Move:Status | type: schema integer, catalogue unsignedByte",
      "MoveItems response | Move:Response | Move:Status | type: schema integer, catalogue unsignedByte",
      "Ping response | Ping:Ping | Ping:Status | type: schema integer, catalogue unsignedByte",
      "ResolveRecipients response | ResolveRecipients:Availability | ResolveRecipients:Status | type: schema integer, catalogue unsignedByte",
      "ResolveRecipients response | ResolveRecipients:Certificates | ResolveRecipients:Status | type: schema integer, catalogue unsignedByte",
      "ResolveRecipients response | ResolveRecipients:Picture | ResolveRecipients:Status | type: schema integer, catalogue unsignedByte",
      "ResolveRecipients response | ResolveRecipients:ResolveRecipients | ResolveRecipients:Status | type: schema integer, catalogue unsignedByte",
      "ResolveRecipients response | ResolveRecipients:Response | ResolveRecipients:Status | type: schema integer, catalogue unsignedByte",
      "ValidateCert response | ValidateCert:Certificate | ValidateCert:Status | type: schema integer, catalogue unsignedByte",
      "ValidateCert response | ValidateCert:ValidateCert | ValidateCert:Status | type: schema integer, catalogue unsignedByte",
      "shared |  | AirSync:Status | type: schema integer, catalogue unsignedByte",
      "shared |  | FolderHierarchy:Status | type: schema integer, catalogue unsignedByte",
    ],
  },
  {
    why: "The text of [MS-ASAIRS] and [MS-ASCMD] types these as integer; the schema spares the negative numbers.",
    lines: [
      "ResolveRecipients request | ResolveRecipients:Picture | ResolveRecipients:MaxPictures | type: schema unsignedInt, catalogue integer",
      "ResolveRecipients request | ResolveRecipients:Picture | ResolveRecipients:MaxSize | type: schema unsignedInt, catalogue integer",
      "shared | AirSyncBase:Attachment | AirSyncBase:EstimatedDataSize | type: schema unsignedInt, catalogue integer",
      "shared | AirSyncBase:Body | AirSyncBase:EstimatedDataSize | type: schema unsignedInt, catalogue integer",
      "shared | AirSyncBase:BodyPart | AirSyncBase:EstimatedDataSize | type: schema unsignedInt, catalogue integer",
      "shared | AirSyncBase:BodyPartPreference | AirSyncBase:TruncationSize | type: schema unsignedInt, catalogue integer",
      "shared | AirSyncBase:BodyPreference | AirSyncBase:TruncationSize | type: schema unsignedInt, catalogue integer",
      "shared | Search:Picture | Search:MaxPictures | type: schema unsignedInt, catalogue integer",
      "shared | Search:Picture | Search:MaxSize | type: schema unsignedInt, catalogue integer",
    ],
  },
  {
    why: "xs:int is an integer of 32 bits; [MS-ASDTYPE] 2.6 calls it integer.",
    lines: ["shared |  | Contacts:WeightedRank | type: schema int, catalogue integer"],
  },
  {
    why: "MS-ASCMD 2.2.3.194 types it as integer, and lists 1 to 3.",
    lines: [
      "MeetingResponse request | MeetingResponse:Request | MeetingResponse:UserResponse | type: schema unsignedByte, catalogue integer",
    ],
  },
  {
    why: "An empty setting is one that the administrator withdrew: said in the summary of EASProvisionDoc, and allowed by the rules on empty values.",
    lines: [
      "shared | Provision:EASProvisionDoc | Provision:DevicePasswordExpiration | type: schema unsignedIntOrEmpty, catalogue unsignedInt",
      "shared | Provision:EASProvisionDoc | Provision:MaxAttachmentSize | type: schema unsignedIntOrEmpty, catalogue unsignedInt",
      "shared | Provision:EASProvisionDoc | Provision:MaxDevicePasswordFailedAttempts | type: schema unsignedByteOrEmpty, catalogue unsignedByte",
      "shared | Provision:EASProvisionDoc | Provision:MaxInactivityTimeDeviceLock | type: schema unsignedIntOrEmpty, catalogue unsignedInt",
      "shared | Provision:EASProvisionDoc | Provision:MinDevicePasswordLength | type: schema unsignedByteOrEmpty, catalogue unsignedByte",
    ],
  },
  {
    why: "Up to protocol version 12.0 Data holds WAP provisioning XML as text; its meanings tell the two apart.",
    lines: [
      "Provision response | Provision:Policy | Provision:Data | type: schema container, catalogue string",
    ],
  },
  {
    why: "A search of the GAL or of documents has text here, one of the mailbox elements; the catalogue's meanings tell them apart.",
    lines: ["Search request | Search:Store | Search:Query | type: schema container, catalogue string"],
  },
  {
    why: "MS-ASCMD 2.2.3.142.2 gives Query the children And, Or, EqualTo and text alone; these stand in And or Or. The schema reuses one mixed type for all of them.",
    lines: [
      "Search request | Search:Query | AirSync:Class | no such place",
      "Search request | Search:Query | AirSync:CollectionId | no such place",
      "Search request | Search:Query | Search:ConversationId | no such place",
      "Search request | Search:Query | Search:FreeText | no such place",
      "Search request | Search:Query | Search:GreaterThan | no such place",
      "Search request | Search:Query | Search:LessThan | no such place",
      "shared | Search:Query | AirSync:Class | no such place",
      "shared | Search:Query | AirSync:CollectionId | no such place",
      "shared | Search:Query | Search:ConversationId | no such place",
      "shared | Search:Query | Search:FreeText | no such place",
      "shared | Search:Query | Search:GreaterThan | no such place",
      "shared | Search:Query | Search:LessThan | no such place",
    ],
  },
  {
    why: "MS-ASCMD 2.2.3.57 knows EmailAddresses in responses only.",
    lines: [
      "Settings request | Settings:EmailAddresses | Settings:PrimarySmtpAddress | no such place",
      "Settings request | Settings:EmailAddresses | Settings:SMTPAddress | no such place",
      "Settings request | Settings:Set | Settings:EmailAddresses | no such place",
    ],
  },
  {
    why: "Documents are found by Search and fetched as a whole: [MS-ASDOC] gives their properties a place in Search responses alone. The schema names one group for all classes.",
    lines: [
      "Sync response | AirSync:ApplicationData | DocumentLibrary:ContentLength | no such place",
      "Sync response | AirSync:ApplicationData | DocumentLibrary:ContentType | no such place",
      "Sync response | AirSync:ApplicationData | DocumentLibrary:CreationDate | no such place",
      "Sync response | AirSync:ApplicationData | DocumentLibrary:DisplayName | no such place",
      "Sync response | AirSync:ApplicationData | DocumentLibrary:IsFolder | no such place",
      "Sync response | AirSync:ApplicationData | DocumentLibrary:IsHidden | no such place",
      "Sync response | AirSync:ApplicationData | DocumentLibrary:LastModifiedDate | no such place",
      "Sync response | AirSync:ApplicationData | DocumentLibrary:LinkId | no such place",
      "shared | ItemOperations:Properties | DocumentLibrary:ContentLength | no such place",
      "shared | ItemOperations:Properties | DocumentLibrary:ContentType | no such place",
      "shared | ItemOperations:Properties | DocumentLibrary:CreationDate | no such place",
      "shared | ItemOperations:Properties | DocumentLibrary:DisplayName | no such place",
      "shared | ItemOperations:Properties | DocumentLibrary:IsFolder | no such place",
      "shared | ItemOperations:Properties | DocumentLibrary:IsHidden | no such place",
      "shared | ItemOperations:Properties | DocumentLibrary:LastModifiedDate | no such place",
      "shared | ItemOperations:Properties | DocumentLibrary:LinkId | no such place",
    ],
  },
  {
    why: "Parts of MeetingRequest, Recurrence, Attachment or a draft that stand deeper, or in requests; the schema's group of all names of a namespace puts them at the top too.",
    lines: [
      "Sync response | AirSync:ApplicationData | Email2:CalendarType | no such place",
      "Sync response | AirSync:ApplicationData | Email2:FirstDayOfWeek | no such place",
      "Sync response | AirSync:ApplicationData | Email2:IsLeapMonth | no such place",
      "Sync response | AirSync:ApplicationData | Email2:MeetingMessageType | no such place",
      "Sync response | AirSync:ApplicationData | Email2:Send | no such place",
      "Sync response | AirSync:ApplicationData | Email2:UmAttDuration | no such place",
      "Sync response | AirSync:ApplicationData | Email2:UmAttOrder | no such place",
      "Sync response | AirSync:ApplicationData | Tasks:OrdinalDate | no such place",
      "Sync response | AirSync:ApplicationData | Tasks:SubOrdinalDate | no such place",
      "shared | ItemOperations:Properties | Email2:CalendarType | no such place",
      "shared | ItemOperations:Properties | Email2:FirstDayOfWeek | no such place",
      "shared | ItemOperations:Properties | Email2:IsLeapMonth | no such place",
      "shared | ItemOperations:Properties | Email2:MeetingMessageType | no such place",
      "shared | ItemOperations:Properties | Email2:Send | no such place",
      "shared | ItemOperations:Properties | Email2:UmAttDuration | no such place",
      "shared | ItemOperations:Properties | Email2:UmAttOrder | no such place",
      "shared | ItemOperations:Properties | Tasks:OrdinalDate | no such place",
      "shared | ItemOperations:Properties | Tasks:SubOrdinalDate | no such place",
    ],
  },
  {
    why: "Elements of 2.5, which knows no ItemOperations; later versions have AirSyncBase:Body and Attachments for them.",
    lines: [
      "shared | ItemOperations:Properties | Calendar:Body | no such place",
      "shared | ItemOperations:Properties | Calendar:BodyTruncated | no such place",
      "shared | ItemOperations:Properties | Contacts:Body | no such place",
      "shared | ItemOperations:Properties | Contacts:BodySize | no such place",
      "shared | ItemOperations:Properties | Contacts:BodyTruncated | no such place",
      "shared | ItemOperations:Properties | Email:Attachments | no such place",
      "shared | ItemOperations:Properties | Email:Body | no such place",
      "shared | ItemOperations:Properties | Email:BodySize | no such place",
      "shared | ItemOperations:Properties | Email:BodyTruncated | no such place",
      "shared | ItemOperations:Properties | Email:MIMEData | no such place",
      "shared | ItemOperations:Properties | Email:MIMESize | no such place",
      "shared | ItemOperations:Properties | Email:MIMETruncated | no such place",
      "shared | ItemOperations:Properties | Tasks:Body | no such place",
      "shared | ItemOperations:Properties | Tasks:BodySize | no such place",
      "shared | ItemOperations:Properties | Tasks:BodyTruncated | no such place",
    ],
  },
  {
    why: "MS-ASCNTC has Alias and WeightedRank in the recipient information cache, which Sync alone carries.",
    lines: [
      "Search response | Search:Properties | Contacts:Alias | no such place",
      "Search response | Search:Properties | Contacts:WeightedRank | no such place",
      "shared | ItemOperations:Properties | Contacts:Alias | no such place",
      "shared | ItemOperations:Properties | Contacts:WeightedRank | no such place",
    ],
  },
  {
    why: "Names that no code page has: misspelled in the schema (AssistnamePhoneNumber, Webpage) or of other schemas (…TelephoneNumber).",
    lines: [
      "shared | AirSync:Supported | Contacts:AssistnamePhoneNumber | no such tag",
      "shared | ItemOperations:Schema | Contacts:AssistantTelephoneNumber | no such tag",
      "shared | ItemOperations:Schema | Contacts:Business2TelephoneNumber | no such tag",
      "shared | ItemOperations:Schema | Contacts:BusinessTelephoneNumber | no such tag",
      "shared | ItemOperations:Schema | Contacts:CarTelephoneNumber | no such tag",
      "shared | ItemOperations:Schema | Contacts:Home2TelephoneNumber | no such tag",
      "shared | ItemOperations:Schema | Contacts:HomeTelephoneNumber | no such tag",
      "shared | ItemOperations:Schema | Contacts:MobileTelephoneNumber | no such tag",
      "shared | ItemOperations:Schema | Contacts:RadioTelephoneNumber | no such tag",
      "shared | ItemOperations:Schema | Contacts:Webpage | no such tag",
    ],
  },
  {
    why: "The code page has these two names as Email and Name (MS-ASWBXML 2.1.2.1.22).",
    lines: [
      "shared | ComposeMail:Forwardee | ComposeMail:ForwardeeEmail | no such tag",
      "shared | ComposeMail:Forwardee | ComposeMail:ForwardeeName | no such tag",
    ],
  },
  {
    why: "The text asks for it, or for one at least; the schema is laxer.",
    lines: [
      "Find response | Find:Response | ItemOperations:Store | schema 0..1, catalogue 1..1",
      "Find response | Find:Result | AirSync:Class | schema 0..1, catalogue 1..1",
      "Find response | Find:Result | AirSync:CollectionId | schema 0..1, catalogue 1..1",
      "Find response | Find:Result | AirSync:ServerId | schema 0..1, catalogue 1..1",
      "GetItemEstimate request | GetItemEstimate:Collection | AirSync:FilterType | schema 0..1, catalogue 1..1",
      "GetItemEstimate response | GetItemEstimate:Collection | GetItemEstimate:Estimate | schema 0..1, catalogue 1..1",
      "GetItemEstimate response | GetItemEstimate:GetItemEstimate | GetItemEstimate:Response | schema 0..Infinity, catalogue 1..Infinity",
      "MoveItems response | Move:MoveItems | Move:Response | schema 0..Infinity, catalogue 1..Infinity",
      "Search response | Search:Search | Search:Status | schema 0..1, catalogue 1..1",
      "Settings response | Settings:DeviceInformation | Settings:Status | schema 0..1, catalogue 1..1",
      "Settings response | Settings:DevicePassword | Settings:Status | schema 0..1, catalogue 1..1",
      "Settings response | Settings:Oof | Settings:Status | schema 0..1, catalogue 1..1",
      "Settings response | Settings:RightsManagementInformation | Settings:Status | schema 0..1, catalogue 1..1",
      "Settings response | Settings:Settings | Settings:Status | schema 0..1, catalogue 1..1",
      "Settings response | Settings:UserInformation | Settings:Get | schema 0..1, catalogue 1..1",
      "Settings response | Settings:UserInformation | Settings:Status | schema 0..1, catalogue 1..1",
      "Sync response | AirSync:Fetch | AirSync:ApplicationData | schema 0..1, catalogue 1..1",
      "ValidateCert response | ValidateCert:Certificate | ValidateCert:Status | schema 0..Infinity, catalogue 1..Infinity",
      "shared | AirSyncBase:Attachment | AirSyncBase:ClientId | schema 0..1, catalogue 1..1",
      "shared | AirSyncBase:Attachment | AirSyncBase:EstimatedDataSize | schema 0..1, catalogue 1..1",
      "shared | AirSyncBase:Attachment | AirSyncBase:Method | schema 0..1, catalogue 1..1",
      "shared | Calendar:Exception | AirSyncBase:InstanceId | schema 0..1, catalogue 1..1",
      "shared | Calendar:Exception | Calendar:ExceptionStartTime | schema 0..1, catalogue 1..1",
      "shared | ComposeMail:Forwardees | ComposeMail:Forwardee | schema 0..Infinity, catalogue 1..Infinity",
      "shared | Email:Recurrence | Email2:IsLeapMonth | schema 0..1, catalogue 1..1",
      "shared | Settings:EmailAddresses | Settings:SMTPAddress | schema 0..Infinity, catalogue 1..Infinity",
      "shared | Tasks:Recurrence | Tasks:Start | schema 0..1, catalogue 1..1",
    ],
  },
  {
    why: "The schema is of Commands; under Responses MS-ASCMD 2.2.3.166.8 makes ServerId optional, and a result has no ApplicationData.",
    lines: [
      "Sync response | AirSync:Change | AirSync:ApplicationData | schema 1..1, catalogue 0..1",
      "Sync response | AirSync:Change | AirSync:ServerId | schema 1..1, catalogue 0..1",
      "Sync response | AirSync:Delete | AirSync:ServerId | schema 1..1, catalogue 0..1",
    ],
  },
  {
    why: "MS-ASCMD 2.2.3.29.1 allows 300.",
    lines: [
      "GetItemEstimate request | GetItemEstimate:Collections | GetItemEstimate:Collection | schema 1..Infinity, catalogue 1..300",
    ],
  },
  {
    why: "The text makes it optional, or leaves it out in one of the cases that it describes.",
    lines: [
      "ItemOperations request | ItemOperations:Options | ItemOperations:DeleteSubFolders | schema 1..1, catalogue 0..1",
      "Settings request | Settings:DeviceInformation | Settings:Set | schema 1..1, catalogue 0..1",
      "Settings request | Settings:DevicePassword | Settings:Set | schema 1..1, catalogue 0..1",
      "Settings response | Settings:Get | RightsManagement:RightsManagementTemplates | schema 1..1, catalogue 0..1",
      "SmartForward request | ComposeMail:SmartForward | ComposeMail:Mime | schema 1..1, catalogue 0..1",
      "shared | AirSyncBase:Add | AirSyncBase:ContentType | schema 1..1, catalogue 0..1",
    ],
  },
  {
    why: "MS-ASPROV 2.2.2.40 asks for at least one.",
    lines: [
      "Provision request | Provision:Policies | Provision:Policy | schema 1..1, catalogue 1..Infinity",
      "Provision response | Provision:Policies | Provision:Policy | schema 1..1, catalogue 1..Infinity",
    ],
  },
  {
    why: "MS-ASCMD 2.2.3.135.2 allows none or one.",
    lines: [
      "ResolveRecipients response | ResolveRecipients:Recipient | ResolveRecipients:Picture | schema 0..Infinity, catalogue 0..1",
    ],
  },
  {
    why: "MS-ASCMD 2.2.3.30.5 sets no limit.",
    lines: ["Search response | Search:Result | AirSync:CollectionId | schema 0..1, catalogue 0..Infinity"],
  },
  {
    why: "MS-ASCMD 2.2.3.88.2 leaves the range to the server, which answers a value outside it with Status 14 and the Limit; Microsoft's go up to 3540.",
    lines: [
      "shared |  | AirSync:HeartbeatInterval | maxInclusive: schema 900, catalogue 3540",
      "shared |  | AirSync:HeartbeatInterval | minInclusive: schema 60, catalogue 1",
    ],
  },
  {
    why: "MS-ASCAL 2.2.2.9 has -1 for unknown, and from protocol version 16.0 on 4.",
    lines: [
      "shared |  | Calendar:BusyStatus | maxInclusive: schema 3, catalogue 4",
      "shared |  | Calendar:BusyStatus | minInclusive: schema 0, catalogue -1",
    ],
  },
  {
    why: "MS-ASAIRS 2.2.2.41.3 wants 2, HTML, alone.",
    lines: [
      "shared | AirSyncBase:BodyPartPreference | AirSyncBase:Type | maxInclusive: schema 4, catalogue 2",
      "shared | AirSyncBase:BodyPartPreference | AirSyncBase:Type | minInclusive: schema 1, catalogue 2",
    ],
  },
  {
    why: "MS-ASCAL 2.2.2.21 allows 256.",
    lines: ["shared | Calendar:Exceptions | Calendar:Exception | schema 0..1000, catalogue 0..256"],
  },
  {
    why: "MS-ASCNTC 2.2.2.20 asks for at least one.",
    lines: ["shared | Contacts:Categories | Contacts:Category | schema 0..300, catalogue 1..300"],
  },
  {
    why: "MS-ASNOTE 2.2.2.3 names no limit.",
    lines: ["shared | Notes:Categories | Notes:Category | schema 0..300, catalogue 0..Infinity"],
  },
  {
    why: "Seven days make 127; 254 would need an eighth bit that no day has.",
    lines: ["shared | Tasks:Recurrence | Tasks:DayOfWeek | maxInclusive: schema 254, catalogue 127"],
  },
];
