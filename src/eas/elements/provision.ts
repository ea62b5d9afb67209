import { FROM_16_1, ONLY_2_5 } from "../versions";
import {
  both,
  type ElementFacts,
  type ElementsOfPage,
  type Place,
  request,
  response,
  spec,
  UNBOUNDED,
  values,
} from "./element";

const inPolicyDocument: readonly Place[] = [response("Provision", "Provision:EASProvisionDoc", 0, 1)];

/** The facts shared by every setting of a policy, together with its own. */
function setting(section: string, facts: Omit<ElementFacts, "places" | "spec">): ElementFacts {
  return { ...facts, places: inPolicyDocument, spec: [spec(`MS-ASPROV ${section}`)] };
}

/** A setting that is 0 or 1. */
function flag(section: string, summary: string, zero: string, one: string): ElementFacts {
  return setting(section, { type: "boolean", summary, values: values(["0", zero], ["1", one]) });
}

const intLimits = { min: 0, max: 4294967295 };

/** Code page 14, Provision: the elements of the Provision command [MS-ASPROV 2.2.2]. */
export const provision: ElementsOfPage<"Provision"> = {
  Provision: {
    type: "container",
    summary:
      "Root of a Provision message. A device provisions in two rounds: it asks for the policy and is given a temporary policy key, then it says how well it applied the policy and is given the lasting key.",
    places: both("Provision", undefined, 1, 1),
    spec: [spec("MS-ASPROV 2.2.2.44"), spec("MS-ASPROV 3.1.5.1")],
    meanings: [
      {
        where: "in a request",
        command: "Provision",
        direction: "request",
        text: "Holds Policies for the first round (with settings:DeviceInformation from 14.1 on) and for the acknowledgement, RemoteWipe or AccountOnlyRemoteWipe to confirm a wipe, or nothing at all: an empty Provision fetches a wipe order after a status such as 140.",
      },
      {
        where: "in a response",
        command: "Provision",
        direction: "response",
        text: "Holds Status, and with it the policy or the wipe order. A response with Status alone to an empty request means that no wipe is pending.",
      },
    ],
  },
  Policies: {
    type: "container",
    summary:
      "Wrapper around the policies that are asked for, delivered or acknowledged; left out where the message is about a wipe.",
    places: both("Provision", "Provision:Provision", 0, 1, {
      when: "the message is about a policy and not about a wipe",
    }),
    spec: [spec("MS-ASPROV 2.2.2.40")],
  },
  Policy: {
    type: "container",
    summary:
      "One policy: its format, the key that marks it, the status, and in the first response the settings themselves.",
    places: both("Provision", "Provision:Policies", 1, UNBOUNDED),
    spec: [spec("MS-ASPROV 2.2.2.41")],
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "PolicyType alone asks for the policy. PolicyType, PolicyKey and Status together acknowledge it; PolicyKey has to stand before Status.",
      },
      {
        where: "in a response",
        direction: "response",
        text: "PolicyType, Status and PolicyKey; Data comes in addition in the first round only.",
      },
    ],
  },
  PolicyType: {
    type: "string",
    summary:
      "Names the format in which Data holds the settings; it goes with the protocol version and is repeated in all four messages.",
    values: [
      {
        value: "MS-WAP-Provisioning-XML",
        meaning: "Data is a string that holds a WAP provisioning document of Windows Mobile.",
        versions: ONLY_2_5,
      },
      {
        value: "MS-EAS-Provisioning-WBXML",
        meaning: "Data holds an EASProvisionDoc with one element for each setting; 12.0 and later.",
      },
    ],
    places: both("Provision", "Provision:Policy", 1, 1),
    spec: [spec("MS-ASPROV 2.2.2.43")],
  },
  PolicyKey: {
    type: "string",
    summary:
      "Number by which the server recognises the policy that a device has applied: the digits of an unsigned 32-bit number. Every other command but Autodiscover and Ping carries the current key in its X-MS-PolicyKey header or its base64-encoded query.",
    limits: { maxLength: 64 },
    places: [
      request("Provision", "Provision:Policy", 0, 1, {
        when: "required to acknowledge a policy, absent when asking for one",
      }),
      response("Provision", "Provision:Policy", 0, 1, { when: "Status beside it is 1" }),
    ],
    spec: [spec("MS-ASPROV 2.2.2.42"), spec("MS-ASPROV 3.1.5.1.2.1")],
    meanings: [
      {
        where: "in the response to the first request",
        direction: "response",
        text: "A temporary key, good for the acknowledgement and nothing else. In the response to the acknowledgement it is the key to use from then on.",
      },
      {
        where: "in the acknowledgement",
        direction: "request",
        text: "Repeats the temporary key, as the header of that request does too. While the first request is sent, the current key is 0.",
      },
    ],
  },
  Data: {
    type: "container",
    summary:
      "The settings of the policy. Only the response to the first request has it; the answer to the acknowledgement does not.",
    places: [
      response("Provision", "Provision:Policy", 0, 1, {
        when: "in the first round, and Status beside it is 1",
      }),
    ],
    spec: [spec("MS-ASPROV 2.2.2.24.1"), spec("MS-ASPROV 2.2.2.43")],
    meanings: [
      {
        where: "with PolicyType MS-EAS-Provisioning-WBXML (12.0 and later)",
        text: "A container with one EASProvisionDoc.",
        spec: spec("MS-ASPROV 2.2.2.24.1"),
      },
      {
        where: "with PolicyType MS-WAP-Provisioning-XML (2.5)",
        type: "string",
        text: "A string: XML text with the root wap-provisioningdoc, whose characteristic elements SecurityPolicy and Registry set the device password rules of Windows Mobile.",
        spec: spec("MS-ASPROV 2.2.2.43"),
      },
    ],
  },
  Status: {
    type: "unsignedByte",
    summary:
      "The result of the whole command, of one policy or of a wipe: parent and direction decide what its values mean.",
    places: [
      response("Provision", "Provision:Provision", 1, 1),
      response("Provision", "Provision:Policy", 1, 1),
      request("Provision", "Provision:Policy", 0, 1, {
        when: "required to acknowledge a policy, absent when asking for one",
      }),
      request("Provision", "Provision:RemoteWipe", 1, 1),
      request("Provision", "Provision:AccountOnlyRemoteWipe", 1, 1, { versions: FROM_16_1 }),
    ],
    spec: [
      spec("MS-ASPROV 2.2.2.54"),
      spec("MS-ASPROV 2.2.2.54.1"),
      spec("MS-ASPROV 2.2.2.54.2"),
      spec("MS-ASPROV 2.2.2.54.3"),
      spec("MS-ASPROV 3.1.5.2"),
    ],
    meanings: [
      {
        where: "of the whole command, in a response",
        parent: "Provision:Provision",
        direction: "response",
        text: "Whether the server could process the command; each policy has its own Status.",
        spec: spec("MS-ASPROV 2.2.2.54.2"),
      },
      {
        where: "of one policy, in a response",
        parent: "Provision:Policy",
        direction: "response",
        text: "Whether the server can deliver this policy, or accepts its acknowledgement.",
        spec: spec("MS-ASPROV 2.2.2.54.1"),
      },
      {
        where: "of one policy, in an acknowledgement",
        parent: "Provision:Policy",
        direction: "request",
        text: "How far the client got with applying the policy. What it reports decides whether the server issues a lasting key.",
        spec: spec("MS-ASPROV 2.2.2.54.1"),
      },
      {
        where: "of a wipe of the device, in a request",
        parent: "Provision:RemoteWipe",
        direction: "request",
        text: "The client's report on the wipe. It does not wait for a response before it deletes.",
        spec: spec("MS-ASPROV 2.2.2.54.3"),
      },
      {
        where: "of a wipe of the account, in a request",
        parent: "Provision:AccountOnlyRemoteWipe",
        direction: "request",
        text: "The client's report on the wipe of its account data. It does not wait for a response before it deletes.",
        spec: spec("MS-ASPROV 2.2.2.54.3"),
      },
    ],
  },
  RemoteWipe: {
    type: "container",
    summary: "Order to erase the whole device, and the device's confirmation of it.",
    places: [
      response("Provision", "Provision:Provision", 0, 1, {
        when: "a wipe of this device has been requested",
      }),
      request("Provision", "Provision:Provision", 0, 1, { when: "the previous response held the order" }),
    ],
    spec: [spec("MS-ASPROV 2.2.2.45"), spec("MS-ASPROV 3.1.5.1.2.2"), spec("MS-ASPROV 3.2.5.1.2.2")],
    meanings: [
      {
        where: "in a response",
        direction: "response",
        type: "empty",
        text: "Always empty: the order. After the confirmation, Exchange 2007 and 2010 repeat it even on success and report Status 1 even for a failed wipe; later servers send Status 1 on success, and Status 2 with the order on failure.",
      },
      {
        where: "in a request",
        direction: "request",
        text: "Holds one Status. Having sent it, the device goes back to factory state, or deletes at least all that came from the server and the credentials.",
      },
    ],
  },
  AccountOnlyRemoteWipe: {
    type: "container",
    summary:
      "Order to erase what this account brought to the device, and the client's confirmation of it; other data on the device stays untouched.",
    places: [
      response("Provision", "Provision:Provision", 0, 1, {
        when: "a wipe of the account has been requested",
      }),
      request("Provision", "Provision:Provision", 0, 1, { when: "the previous response held the order" }),
    ],
    spec: [spec("MS-ASPROV 2.2.2.1"), spec("MS-ASPROV 3.1.5.1.2.3"), spec("MS-ASPROV 3.2.5.1.2.3")],
    meanings: [
      {
        where: "in a response",
        direction: "response",
        type: "empty",
        text: "Always empty: the order, or after a reported failure the order once more.",
      },
      {
        where: "in a request",
        direction: "request",
        text: "Holds one Status. Having sent it, the client deletes everything the server ever sent, and the saved credentials.",
      },
    ],
  },
  EASProvisionDoc: {
    type: "container",
    summary:
      "The policy itself, one child per setting. A setting that is missing is not regulated, and some have a default for that case; one that the administrator has withdrawn comes empty or with its default.",
    places: [response("Provision", "Provision:Data", 1, 1)],
    spec: [spec("MS-ASPROV 2.2.2.28")],
  },
  DevicePasswordEnabled: flag(
    "2.2.2.25",
    "Switch for the password rules: with 0, or where it is missing, the client leaves all other password settings of the policy aside.",
    "No password is asked of the device.",
    "The device has to be protected by a password that fulfils the other password settings.",
  ),
  AlphanumericDevicePasswordRequired: flag(
    "2.2.2.20",
    "Whether digits alone will not do as password. Default 0; without effect while DevicePasswordEnabled is 0.",
    "A numeric PIN is enough.",
    "Digits alone are not accepted; the password needs letters.",
  ),
  RequireStorageCardEncryption: flag(
    "2.2.2.52",
    "Whether data on a memory card has to be encrypted; of no concern to a device that takes no card.",
    "The card may stay unencrypted.",
    "What is stored on the card has to be encrypted.",
  ),
  PasswordRecoveryEnabled: flag(
    "2.2.2.39",
    "Whether the server keeps a recovery password that the client may hand in through DevicePassword of Settings; it unlocks the device once. Default 0; without effect while DevicePasswordEnabled is 0.",
    "The server keeps none, so the client should not send one.",
    "The client may send one.",
  ),
  AttachmentsEnabled: flag(
    "2.2.2.23",
    "Whether attachments of mail may be fetched.",
    "No attachment may be fetched.",
    "Attachments may be fetched.",
  ),
  MinDevicePasswordLength: setting("2.2.2.38", {
    type: "unsignedByte",
    summary:
      "The fewest characters that a password may have. Empty or 1 means any length; without effect while DevicePasswordEnabled is 0.",
    limits: { min: 1, max: 16 },
    values: values(["1", "No minimum length."]),
  }),
  MaxInactivityTimeDeviceLock: setting("2.2.2.36", {
    type: "unsignedInt",
    summary:
      "Seconds without input after which the device locks. Empty or missing means that the policy does not ask for a lock; 9999 and more means never.",
    limits: intLimits,
    values: values(["9999", "Never lock for inactivity; every greater number means the same."]),
  }),
  MaxDevicePasswordFailedAttempts: setting("2.2.2.32", {
    type: "unsignedByte",
    summary:
      "Wrong passwords in a row that are tolerated before the device erases itself or locks for a time. Empty or missing means no limit; without effect while DevicePasswordEnabled is 0.",
    limits: { min: 4, max: 16 },
  }),
  MaxAttachmentSize: setting("2.2.2.30", {
    type: "unsignedInt",
    summary: "Bytes that an attachment may have to be fetched; empty means any size.",
    limits: intLimits,
  }),
  AllowSimpleDevicePassword: flag(
    "2.2.2.12",
    "Whether a password may be a mere repetition or sequence, such as 1111 or 3456. Default 1; without effect while DevicePasswordEnabled is 0.",
    "Repetitions and sequences are refused.",
    "Any password of the required length and kind will do.",
  ),
  DevicePasswordExpiration: setting("2.2.2.26", {
    type: "unsignedInt",
    summary:
      "Days after which the password has to be replaced. Empty or missing counts as 0; without effect while DevicePasswordEnabled is 0.",
    limits: intLimits,
    values: values(["0", "The password stays valid for good."]),
  }),
  DevicePasswordHistory: setting("2.2.2.27", {
    type: "unsignedInt",
    summary:
      "How many earlier passwords the client has to remember and refuse when a new one is chosen. Missing counts as 0; without effect while DevicePasswordEnabled is 0.",
    limits: intLimits,
    values: values(["0", "None need be remembered."]),
  }),
  AllowStorageCard: flag(
    "2.2.2.15",
    "Whether a memory card may be used; of no concern to a device that takes none.",
    "Memory cards are blocked.",
    "Memory cards may be used.",
  ),
  AllowCamera: flag(
    "2.2.2.4",
    "Whether the camera may be used; of no concern to a device that has none.",
    "The camera is blocked.",
    "The camera may be used.",
  ),
  RequireDeviceEncryption: {
    ...flag(
      "2.2.2.46",
      "Whether local storage has to be encrypted. A client that cannot encrypt the device has to encrypt at least what came from the server.",
      "Storage may stay unencrypted.",
      "Storage has to be encrypted.",
    ),
    spec: [spec("MS-ASPROV 2.2.2.46"), spec("MS-ASPROV 3.1.5.1.1.2")],
  },
  AllowUnsignedApplications: flag(
    "2.2.2.17",
    "Whether programs without a signature may run; a client that runs none leaves it aside.",
    "Only signed programs run.",
    "Unsigned programs run too.",
  ),
  AllowUnsignedInstallationPackages: flag(
    "2.2.2.18",
    "Whether Windows Mobile installation packages (.cab) need a signature; a client that installs none leaves it aside.",
    "Only signed packages may be installed.",
    "Unsigned packages may be installed too.",
  ),
  MinDevicePasswordComplexCharacters: setting("2.2.2.37", {
    type: "unsignedByte",
    summary:
      "Of how many of four groups (small letters, capitals, digits, everything else) the password needs at least one character.",
    limits: { min: 1, max: 4 },
    values: values(
      ["1", "One group is enough."],
      ["2", "Two groups, such as small letters and digits."],
      ["3", "Three groups."],
      ["4", "Characters of all four groups."],
    ),
  }),
  AllowWiFi: flag(
    "2.2.2.19",
    "Whether the device may go on the net by Wi-Fi; of no concern to a device without it.",
    "Wi-Fi is blocked.",
    "Wi-Fi may be used.",
  ),
  AllowTextMessaging: flag(
    "2.2.2.16",
    "Whether text messages may be sent and received; of no concern to a device that cannot. With 0, relaying of SMS items from the Outbox cannot work either.",
    "Text messaging is blocked.",
    "Text messaging may be used.",
  ),
  AllowPOPIMAPEmail: flag(
    "2.2.2.10",
    "Whether POP and IMAP accounts may be used beside the EAS account.",
    "No POP or IMAP mail.",
    "POP and IMAP mail may be used.",
  ),
  AllowBluetooth: setting("2.2.2.2", {
    type: "unsignedByte",
    summary: "How much of Bluetooth may be used; of no concern to a device without it.",
    values: values(
      ["0", "Bluetooth is blocked."],
      ["1", "Blocked but for hands-free equipment, which may be set up."],
      ["2", "Bluetooth may be used freely."],
    ),
  }),
  AllowIrDA: flag(
    "2.2.2.9",
    "Whether the infrared port may be used; of no concern to a device without one.",
    "Infrared is blocked.",
    "Infrared may be used.",
  ),
  RequireManualSyncWhenRoaming: flag(
    "2.2.2.49",
    "Whether the device has to stop synchronising by itself while it is in a foreign network.",
    "The device may keep a Ping or a waiting Sync open while roaming.",
    "While roaming, the user has to start each synchronisation.",
  ),
  AllowDesktopSync: flag(
    "2.2.2.6",
    "Whether the device may synchronise with a desktop computer through Desktop ActiveSync; of no concern to a device that connects to none.",
    "No synchronisation with a computer.",
    "Synchronisation with a computer may be used.",
  ),
  MaxCalendarAgeFilter: setting("2.2.2.31", {
    type: "unsignedInt",
    summary: "The widest FilterType that the client may ask for in calendar folders.",
    values: values(
      ["0", "No limit: all appointments."],
      ["4", "Two weeks back."],
      ["5", "One month back."],
      ["6", "Three months back."],
      ["7", "Six months back."],
    ),
  }),
  AllowHTMLEmail: flag(
    "2.2.2.7",
    "Whether the client may fetch and show mail as HTML.",
    "HTML mail is barred; the client uses plain text.",
    "HTML mail may be used.",
  ),
  MaxEmailAgeFilter: setting("2.2.2.33", {
    type: "unsignedInt",
    summary: "The widest FilterType that the client may ask for in mail folders.",
    values: values(
      ["0", "No limit: all mail."],
      ["1", "One day back."],
      ["2", "Three days back."],
      ["3", "One week back."],
      ["4", "Two weeks back."],
      ["5", "One month back."],
    ),
  }),
  MaxEmailBodyTruncationSize: setting("2.2.2.34", {
    type: "integer",
    summary: "Where plain text bodies of mail have to be cut; a positive number is the size that may remain.",
    limits: { min: -1 },
    values: values(["-1", "Bodies need not be cut."], ["0", "Only the header is kept."]),
  }),
  MaxEmailHTMLBodyTruncationSize: setting("2.2.2.35", {
    type: "integer",
    summary: "Where HTML bodies of mail have to be cut; a positive number is the size that may remain.",
    limits: { min: -1 },
    values: values(["-1", "Bodies need not be cut."], ["0", "Only the header is kept."]),
  }),
  RequireSignedSMIMEMessages: flag(
    "2.2.2.51",
    "Whether mail that the client sends has to be signed with S/MIME.",
    "Mail may go out unsigned.",
    "All mail has to be signed.",
  ),
  RequireEncryptedSMIMEMessages: flag(
    "2.2.2.47",
    "Whether mail that the client sends has to be encrypted with S/MIME.",
    "Mail may go out unencrypted.",
    "All mail has to be encrypted.",
  ),
  RequireSignedSMIMEAlgorithm: setting("2.2.2.50", {
    type: "integer",
    summary: "The hash algorithm that S/MIME signatures have to use.",
    values: values(["0", "SHA-1."], ["1", "MD5."]),
  }),
  RequireEncryptionSMIMEAlgorithm: setting("2.2.2.48", {
    type: "integer",
    summary: "The cipher that S/MIME encryption has to use.",
    values: values(
      ["0", "Triple DES."],
      ["1", "DES."],
      ["2", "RC2 with a key of 128 bits."],
      ["3", "RC2 with a key of 64 bits."],
      ["4", "RC2 with a key of 40 bits."],
    ),
  }),
  AllowSMIMEEncryptionAlgorithmNegotiation: setting("2.2.2.13", {
    type: "integer",
    summary:
      "Whether the client may choose another cipher than the required one where the recipient's certificate does not support it.",
    values: values(
      ["0", "The required cipher is used and no other."],
      ["1", "Another cipher is fine if it is strong."],
      ["2", "Any other cipher is fine."],
    ),
  }),
  AllowSMIMESoftCerts: flag(
    "2.2.2.14",
    "Whether certificates kept in software, not on a smart card, may sign outgoing mail.",
    "Software certificates may not be used.",
    "Software certificates may be used.",
  ),
  AllowBrowser: flag(
    "2.2.2.3",
    "Whether a web browser may be used.",
    "Browsers are blocked.",
    "Browsers may be used.",
  ),
  AllowConsumerEmail: flag(
    "2.2.2.5",
    "Whether the user may set up private mail accounts on the device.",
    "No private mail account may be set up.",
    "Private mail accounts may be set up.",
  ),
  AllowRemoteDesktop: flag(
    "2.2.2.11",
    "Whether the device may control a computer by Remote Desktop; of no concern to a device that cannot.",
    "Remote Desktop is blocked.",
    "Remote Desktop may be used.",
  ),
  AllowInternetSharing: flag(
    "2.2.2.8",
    "Whether the device may lend its mobile data connection to others (tethering, hotspot); of no concern to a device that cannot.",
    "Sharing the connection is blocked.",
    "The connection may be shared.",
  ),
  UnapprovedInROMApplicationList: setting("2.2.2.55", {
    type: "container",
    summary:
      "Programs of the device's ROM that may not run, one ApplicationName for each; installed programs are not concerned.",
  }),
  ApplicationName: {
    type: "string",
    summary:
      "File name (.exe) of one barred ROM program; the name of a program that is not in ROM has no effect.",
    places: [response("Provision", "Provision:UnapprovedInROMApplicationList", 0, UNBOUNDED)],
    spec: [spec("MS-ASPROV 2.2.2.21")],
  },
  ApprovedApplicationList: setting("2.2.2.22", {
    type: "container",
    summary:
      "Installed programs that may run, one Hash for each: where the list is there, no other installed program runs. Programs in ROM are not concerned.",
  }),
  Hash: {
    type: "string",
    summary: "SHA-1 hash of one installed program that may run; the hash of a ROM program has no effect.",
    places: [response("Provision", "Provision:ApprovedApplicationList", 0, UNBOUNDED)],
    spec: [spec("MS-ASPROV 2.2.2.29")],
  },
};
