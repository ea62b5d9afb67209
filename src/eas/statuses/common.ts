import { FROM_14_0, FROM_14_1, FROM_16_0, type ProtocolVersion } from "../versions";
import { type StatusEntry, type StatusRow, type StatusScope, statusTable } from "./status";

const SECTION = "MS-ASCMD 2.2.2";

/**
 * Value, name, meaning, cause, resolution; the HTTP statuses of versions before 14.0, where there are any; the
 * scope, where it is an item.
 */
type Row = readonly [
  value: number,
  name: string,
  meaning: string,
  cause: string,
  resolution: string,
  http?: readonly number[] | undefined,
  scope?: StatusScope,
];

/** The values after which nothing has failed: a contact without a photo, or with one that exceeds a limit asked for. */
const NEUTRAL: ReadonlySet<number> = new Set([173, 174, 175]);

/** The values for which the form or content of the request can be the reason. */
const BLAMES_REQUEST: ReadonlySet<number> = new Set([
  101, 102, 103, 104, 105, 106, 107, 108, 109, 116, 119, 138, 147, 155, 164, 165, 178, 179, 183, 184,
]);

const entry = ([value, name, meaning, cause, resolution, http, scope]: Row): StatusRow => ({
  value,
  name,
  scope: scope ?? "global",
  meaning,
  cause,
  resolution,
  outcome: NEUTRAL.has(value) ? "neutral" : "failure",
  ...(BLAMES_REQUEST.has(value) && { blamesRequest: true as const }),
  ...(http !== undefined && { http }),
});

const since = (versions: readonly ProtocolVersion[], rows: readonly Row[]): readonly StatusEntry[] =>
  statusTable(SECTION, rows.map(entry), { versions });

const request: readonly Row[] = [
  [
    101,
    "InvalidContent",
    "The server cannot use the body of the HTTP request for this command.",
    "The Content-Type or length is wrong, the body is missing, or it is WBXML where the version expects MIME, or MIME where it expects WBXML.",
    "Check Content-Type and Content-Length, and that the body fits the command and the version.",
    [400],
  ],
  [
    102,
    "InvalidWBXML",
    "The body is not WBXML that can be decoded.",
    "Bytes are missing or wrong: an unknown token, a length past the end, tags that are not closed.",
    "Open the request here: the tree shows where it becomes unreadable.",
  ],
  [
    103,
    "InvalidXML",
    "The WBXML can be decoded, but its elements are not allowed there.",
    "An element is missing, unknown in this version, repeated too often or out of order, or there are more of them than the server allows.",
    "Compare the request with the schema of the command and the protocol version.",
    [400],
  ],
  [
    104,
    "InvalidDateTime",
    "A date or time in the request has the wrong format.",
    "It is not in the format of its element: compact (20101231T235959Z), or with hyphens and milliseconds, as in InstanceId.",
    "Send it in the format of the element's data type, in UTC.",
  ],
  [
    105,
    "InvalidCombinationOfIDs",
    "Elements are combined that exclude each other.",
    "For example two ids that exclude each other, or an id that belongs to a folder of another kind.",
    "Send one of them, or ids that belong together.",
  ],
  [
    106,
    "InvalidIDs",
    "An id does not have the format of an id of this server.",
    "It was cut, altered, or comes from another server. A well-formed id that names nothing gives another status.",
    "Use ids exactly as the server sent them. Before 14.0, SendMail is answered with HTTP 500 instead, the other commands with 400.",
    [400, 500],
  ],
  [
    107,
    "InvalidMIME",
    "Mime is not a MIME message that can be parsed.",
    "Headers or parts are malformed, the boundary is wrong, or the message was cut.",
    "Check the MIME on its own: headers first, lines that end with CR LF, every part closed.",
  ],
  [
    108,
    "DeviceIdMissingOrInvalid",
    "DeviceId in the request line is missing or not valid.",
    "It is empty, too long, or contains commas or other special characters.",
    "Send the same valid DeviceId with every request.",
  ],
  [
    109,
    "DeviceTypeMissingOrInvalid",
    "DeviceType in the request line is missing or not valid.",
    "It is empty, too long, or contains special characters.",
    "Send the same valid DeviceType with every request.",
  ],
];

const server: readonly Row[] = [
  [
    110,
    "ServerError",
    "The server failed in a way that it expects to last; trying again does not help.",
    "A fault on the server, often one that the content of the request causes.",
    "Do not retry automatically; the server's log has details.",
    [500],
  ],
  [
    111,
    "ServerErrorRetryLater",
    "The server failed in a way that it expects to be temporary; try again later.",
    "Too much load, or a part of the server that is restarting.",
    "Try again after the time in Retry-After, or after a while.",
    [503],
  ],
  [
    112,
    "ActiveDirectoryAccessDenied",
    "The server may not read or write what it needs in the directory.",
    "The server's permissions on the user's directory entry are incomplete, for example for accounts that do not inherit permissions.",
    "The administrator must correct the permissions.",
    [403],
  ],
  [
    113,
    "MailboxQuotaExceeded",
    "The mailbox is full.",
    "It has reached the size that the administrator allows.",
    "Ask the user to delete something; emptying Deleted Items with ItemOperations is the quickest way.",
    [507],
  ],
  [
    114,
    "MailboxServerOffline",
    "The server that holds the mailbox cannot be reached.",
    "It is stopped, restarting or moving the database.",
    "Try again after the time in Retry-After, or with increasing pauses.",
  ],
  [
    115,
    "SendQuotaExceeded",
    "The user has used up the quota for sending; the mailbox can still receive.",
    "The size of the mailbox exceeds the limit for sending, or would exceed it with this message.",
    "Ask the user to free space, then send again.",
  ],
];

const message: readonly Row[] = [
  [
    116,
    "MessageRecipientUnresolved",
    "A recipient's name could not be resolved to an address.",
    "To, Cc or Bcc has a bare name that matches nobody, or more than one user.",
    "Let the user choose an address; ResolveRecipients finds those that match.",
  ],
  [
    117,
    "MessageReplyNotAllowed",
    "The server does not allow replies to this message.",
    "The sender or a rule of the organisation forbids replies.",
    "Tell the user, who can still write a new message.",
  ],
  [
    118,
    "MessagePreviouslySent",
    "The message has been sent before, or its ClientId was used for a recent one; it is not sent again.",
    "The server remembers the ClientId from the last messages that it sent for this device.",
    "Treat the message as sent. Use another ClientId for another message.",
  ],
  [
    119,
    "MessageHasNoRecipient",
    "The message has no recipient.",
    "To, Cc and Bcc are all empty or missing.",
    "Ask the user to add a recipient.",
  ],
  [
    120,
    "MailSubmissionFailed",
    "The message could not be submitted for delivery.",
    "The mail transport refused it or failed.",
    "Keep it in the Outbox and try again later.",
  ],
  [
    121,
    "MessageReplyFailed",
    "The server could not build the reply.",
    "The original message cannot be read or quoted.",
    "Quote it on the client and use SendMail.",
  ],
  [
    122,
    "AttachmentIsTooLarge",
    "An attachment is too large.",
    "It exceeds the limit for attachments or for the request.",
    "Send or fetch less at a time.",
  ],
];

const user: readonly Row[] = [
  [
    123,
    "UserHasNoMailbox",
    "The user is known but has no mailbox.",
    "It was removed, was never created, or is where this server cannot find it.",
    "The administrator must check the mailbox; Autodiscover may name another server.",
  ],
  [
    124,
    "UserCannotBeAnonymous",
    "The request does not say who is asking.",
    "There were no credentials, or a proxy removed them.",
    "Send credentials with each request.",
  ],
  [
    125,
    "UserPrincipalCouldNotBeFound",
    "The directory does not have the user.",
    "The account was deleted, renamed, or belongs to another domain.",
    "Check the name of the account; otherwise ask the administrator.",
    [403],
  ],
  [
    126,
    "UserDisabledForSync",
    "The user is not allowed to use ActiveSync.",
    "The administrator turned ActiveSync off for the account.",
    "Only the administrator can turn it on.",
    [403],
  ],
  [
    127,
    "UserOnNewMailboxCannotSync",
    "The server does not let users with a mailbox on it synchronise.",
    "ActiveSync is blocked for mailboxes of this server.",
    "Only the administrator can change this.",
  ],
  [
    128,
    "UserOnLegacyMailboxCannotSync",
    "The server does not let users with a mailbox on an older server synchronise through it.",
    "The mailbox is on a server of an earlier release.",
    "The administrator must move the mailbox or name the right server.",
  ],
  [
    129,
    "DeviceIsBlockedForThisUser",
    "The user is not allowed to use this device.",
    "The account has a list of allowed devices, or this one was blocked.",
    "The administrator can allow the device; its DeviceId must stay the same.",
  ],
  [
    130,
    "AccessDenied",
    "The user is not allowed to do what the request asks.",
    "A permission for the folder, item or feature is missing.",
    "Do not try again; tell the user.",
  ],
  [
    131,
    "AccountDisabled",
    "The user's account is disabled.",
    "The administrator or a rule locked it.",
    "Only the administrator can change this.",
  ],
];

const syncState: readonly Row[] = [
  [
    132,
    "SyncStateNotFound",
    "The state that the server kept for this device has disappeared.",
    "It was deleted, perhaps while the request was being processed.",
    "Expect an invalid SyncKey in the next response, and start again with 0. Before 14.0, Provision is answered with HTTP 500 instead, the other commands with 403.",
    [403, 500],
  ],
  [
    133,
    "SyncStateLocked",
    "The state that the server keeps for this device is locked.",
    "The mailbox is being moved or was moved just now, or two requests run at once.",
    "Send one request at a time, and try again later.",
  ],
  [
    134,
    "SyncStateCorrupt",
    "The state that the server keeps for this device is damaged.",
    "The stored state was corrupted.",
    "Start again with SyncKey 0; if that fails, remove the device from the mailbox and add it again.",
  ],
  [
    135,
    "SyncStateAlreadyExists",
    "The server was about to create state for this device, and it exists already.",
    "Two first synchronizations ran at the same time.",
    "Let one of them finish, and send requests one after the other.",
  ],
  [
    136,
    "SyncStateVersionInvalid",
    "The state that the server keeps for this device has a version it cannot use.",
    "Another release of the server wrote it, usually before a move of the mailbox.",
    "Start again with SyncKey 0.",
  ],
  [
    137,
    "CommandNotSupported",
    "The server does not have this command.",
    "The command is unknown, misspelt, or not implemented by this product.",
    "Send OPTIONS: MS-ASProtocolCommands lists the commands.",
    [501],
  ],
  [
    138,
    "VersionNotSupported",
    "The command does not exist in the protocol version of the request.",
    "MS-ASProtocolVersion names a version that the server, or this command, does not support. Devices of version 1.0 are answered with HTTP 505.",
    "Send OPTIONS: MS-ASProtocolVersions lists the versions.",
    [400, 505],
  ],
];

const provisioning: readonly Row[] = [
  [
    139,
    "DeviceNotFullyProvisionable",
    "The policy has settings that this protocol version does not support.",
    "The device uses an old version, and the administrator blocks devices that do not apply everything.",
    "Use a newer version, or ask the administrator to relax the policy.",
  ],
  [
    140,
    "RemoteWipeRequested",
    "The server requests a wipe of the device.",
    "The user or the administrator gave the order.",
    "Send an empty Provision to get the order, carry it out, and acknowledge it with a second Provision. Before 14.0: HTTP 403 without a policy key, 449 with one.",
    [403, 449],
  ],
  [
    141,
    "LegacyDeviceOnStrictPolicy",
    "There is a policy, and the device does not seem to support provisioning.",
    "The device sends no policy key, and the administrator blocks such devices.",
    "Run Provision, and send the policy key with every command.",
    [449],
  ],
  [
    142,
    "DeviceNotProvisioned",
    "There is a policy, and the device has not applied it yet.",
    "A command was sent before Provision was completed.",
    "Run both steps of Provision, and send the command again with the new policy key.",
    [449],
  ],
  [
    143,
    "PolicyRefresh",
    "The device must fetch the policy again.",
    "The administrator set it to expire after some hours.",
    "Run Provision, then send the command again.",
    [449],
  ],
  [
    144,
    "InvalidPolicyKey",
    "The policy key of the request is not valid.",
    "The policy has changed on the server, or the key is from an unfinished Provision or another device.",
    "Run Provision, then send the command again with the new key.",
    [449],
  ],
  [
    145,
    "ExternallyManagedDevicesNotAllowed",
    "The device reported that another system manages it, and this server does not allow that.",
    "It acknowledged the policy with Status 4.",
    "Apply this server's policy, or ask the administrator to allow such devices.",
  ],
];

const items: readonly Row[] = [
  [
    146,
    "NoRecurrenceInCalendar",
    "The request names one occurrence of a meeting that does not recur.",
    "InstanceId was sent for an item that has no Recurrence.",
    "Leave InstanceId out.",
    undefined,
    "item",
  ],
  [
    147,
    "UnexpectedItemClass",
    "The server does not support items of this kind.",
    "The Class, or the class of the item, is not one that the command supports.",
    "Do not send the command for this kind of item.",
    [400, 501],
  ],
  [
    148,
    "RemoteServerHasNoSSL",
    "The request must be forwarded to a server that has no secure connection.",
    "The other server has TLS turned off, and this one forwards over TLS only.",
    "The administrator must correct the configuration.",
  ],
  [
    149,
    "InvalidStoredRequest",
    "The request is empty, and the earlier request that it stands for can no longer be carried out.",
    "The request that the server stored no longer fits the state of the mailbox.",
    "Send the whole request.",
  ],
  [
    150,
    "ItemNotFound",
    "The message or occurrence to reply to or to forward is not in the mailbox.",
    "ItemId or InstanceId in Source names nothing, because the item was deleted or moved.",
    "Synchronise and use the new id, or send the whole message with SendMail.",
    undefined,
    "item",
  ],
  [
    151,
    "TooManyFolders",
    "The mailbox has more folders than the server synchronises.",
    "The limit is 1000 unless the administrator changed it.",
    "Ask the user to remove folders, or the administrator to raise the limit.",
  ],
  [
    152,
    "NoFoldersFound",
    "The mailbox has no folders.",
    "It is new and was never opened, or it is damaged.",
    "The administrator must check the mailbox.",
  ],
  [
    153,
    "ItemsLostAfterMove",
    "Items were moved, and some of them cannot be found in the destination.",
    "Something else moved or deleted them in the meantime.",
    "Synchronise both folders.",
    undefined,
    "item",
  ],
  [
    154,
    "FailureInMoveOperation",
    "The move failed for a reason that the mailbox did not give.",
    "A fault on the server that holds the mailbox.",
    "Synchronise to see what was moved, then try again.",
    undefined,
    "item",
  ],
  [
    155,
    "MoveCommandDisallowedForNonPersistentMoveAction",
    "A Move has no MoveAlways: a conversation can only be moved permanently.",
    "The Move of an ItemOperations request has no MoveAlways.",
    "Put Options with MoveAlways into Move.",
    undefined,
    "item",
  ],
  [
    156,
    "MoveCommandInvalidDestinationFolder",
    "The destination folder of a Move does not hold mail.",
    "DstFldId names a folder of another kind.",
    "Choose a mail folder.",
    undefined,
    "item",
  ],
];

const availability: readonly Row[] = [
  [
    160,
    "AvailabilityTooManyRecipients",
    "The request has too many recipients to look up free and busy times.",
    "The command has reached its limit of recipients.",
    "Ask for fewer recipients at a time.",
    undefined,
    "item",
  ],
  [
    161,
    "AvailabilityDLLimitReached",
    "The distribution list is too long to look up free and busy times.",
    "It has more members than the server allows.",
    "Ask for the members one by one, or do without.",
    undefined,
    "item",
  ],
  [
    162,
    "AvailabilityTransientFailure",
    "Free and busy times could not be looked up because of a temporary failure.",
    "The service that provides them failed or was too slow.",
    "Ask again.",
    undefined,
    "item",
  ],
  [
    163,
    "AvailabilityFailure",
    "Free and busy times are not available.",
    "The service that provides them refused.",
    "Do not retry automatically; show the times as unknown.",
    undefined,
    "item",
  ],
];

const since141: readonly Row[] = [
  [
    164,
    "BodyPartPreferenceTypeNotSupported",
    "The server does not return parts of messages in the requested format.",
    "BodyPartPreference has a Type other than 2 (HTML).",
    "Ask with Type 2, or with BodyPreference.",
  ],
  [
    165,
    "DeviceInformationRequired",
    "The first Provision request has no settings:DeviceInformation, which is required.",
    "DeviceInformation is missing from the request.",
    "Put settings:DeviceInformation with Set before Policies.",
  ],
  [
    166,
    "InvalidAccountId",
    "AccountId names no account of this user.",
    "AccountId is not one of those that Settings lists.",
    "Read UserInformation and send an AccountId from there.",
  ],
  [
    167,
    "AccountSendDisabled",
    "No mail can be sent from the account that AccountId names.",
    "The account is marked with SendDisabled.",
    "Send from another account.",
  ],
  [
    168,
    "IRM_FeatureDisabled",
    "The server has rights management turned off, or the connection is not encrypted.",
    "Rights management is off on the server, or the connection does not use TLS.",
    "Leave out RightsManagementSupport and TemplateID, or use TLS.",
  ],
  [
    169,
    "IRM_TransientError",
    "Rights management failed for the moment; try again in a few minutes.",
    "A service behind the server did not answer.",
    "Try again in a few minutes.",
  ],
  [
    170,
    "IRM_PermanentError",
    "Rights management failed permanently.",
    "A wrong configuration, or several temporary failures in a row.",
    "Do not retry automatically; the administrator can find out more.",
  ],
  [
    171,
    "IRM_InvalidTemplateID",
    "TemplateID names no rights template.",
    "The template was removed, or the client's list is out of date.",
    "Read RightsManagementInformation with Settings and choose a template from there.",
  ],
  [
    172,
    "IRM_OperationNotPermitted",
    "The rights on the message do not permit what the request does with it.",
    "The template does not grant the user this right.",
    "Read the license of the message first, and do not offer what it forbids.",
  ],
  [
    173,
    "NoPicture",
    "The user has no photo.",
    "No photo is stored in the directory or the mailbox.",
    "Show initials instead.",
    undefined,
    "item",
  ],
  [
    174,
    "PictureTooLarge",
    "The photo has more bytes than MaxSize allows.",
    "MaxSize in the request is smaller than the photo.",
    "Send a larger MaxSize.",
    undefined,
    "item",
  ],
  [
    175,
    "PictureLimitReached",
    "There is a photo, but the response already holds MaxPictures photos.",
    "Earlier entries of the response used up MaxPictures.",
    "Ask for this entry alone, or send a larger MaxPictures.",
    undefined,
    "item",
  ],
  [
    176,
    "BodyPart_ConversationTooLarge",
    "The conversation is too large for the server to find what is new in this message.",
    "Separating new text from quoted text would take too much.",
    "Fetch the body without BodyPartPreference.",
    undefined,
    "item",
  ],
  [
    177,
    "MaximumDevicesReached",
    "The user has as many devices as are allowed.",
    "Each device that ever synchronised counts until it is removed.",
    "Remove old devices from the mailbox's list, then try again.",
  ],
];

const since160: readonly Row[] = [
  [
    178,
    "InvalidMimeBodyCombination",
    "A SmartForward combines the two ways of forwarding, which exclude each other.",
    "Forwardees or airsyncbase:Body is combined with Mime, SaveInSentItems, ReplaceMime or rm:TemplateID.",
    "Forward either with a Mime of your own, or with Forwardees and Body.",
  ],
  [
    179,
    "InvalidSmartForwardParameters",
    "Forwardees or airsyncbase:Body of a SmartForward cannot be read.",
    "Forwardees or airsyncbase:Body is malformed.",
    "Check both elements.",
  ],
  [
    183,
    "InvalidRecipients",
    "A draft that is to be sent has no valid recipient.",
    "It has no recipient, or one whose address is not in the form name@domain.",
    "Ask the user to correct the recipients, then send the draft again.",
    undefined,
    "item",
  ],
  [
    184,
    "OneOrMoreExceptionsFailed",
    "The series was saved, but not all of its exceptions were.",
    "One or more of the Exception elements of the Add could not be saved.",
    "Check the Status of each exception, and send only those that failed.",
    undefined,
    "item",
  ],
];

/**
 * The statuses that any command can return from 14.0 on; earlier versions have HTTP statuses instead
 * [MS-ASCMD] 2.2.2.
 */
export const common: readonly StatusEntry[] = [
  ...since(FROM_14_0, [
    ...request,
    ...server,
    ...message,
    ...user,
    ...syncState,
    ...provisioning,
    ...items,
    ...availability,
  ]),
  ...since(FROM_14_1, since141),
  ...since(FROM_16_0, since160),
];
