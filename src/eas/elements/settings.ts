import { FROM_14_1, type ProtocolVersion } from "../versions";
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

const FROM_12_0_TO_14_0: readonly ProtocolVersion[] = ["12.0", "12.1", "14.0"];

/** DeviceInformation is part of two commands, and so are its children. */
const inDeviceInformation: readonly Place[] = [
  request("Settings", "Settings:Set", 0, 1, {
    grandparent: "Settings:DeviceInformation",
    when: "Set is in DeviceInformation",
  }),
  request("Provision", "Settings:Set", 0, 1, { versions: FROM_14_1 }),
];

const inSettings = both("Settings", "Settings:Settings", 0, 1);

/** Children of the automatic reply when written (Set) and when read (Get). */
const inOof = (max: number, more: Partial<Place> = {}): readonly Place[] => [
  request("Settings", "Settings:Set", 0, max, {
    grandparent: "Settings:Oof",
    when: "Set is in Oof",
    ...more,
  }),
  response("Settings", "Settings:Get", 0, max, {
    grandparent: "Settings:Oof",
    when: "Get is in Oof",
    ...more,
  }),
];

const inOofMessage = (more: Partial<Place> = {}): readonly Place[] =>
  both("Settings", "Settings:OofMessage", 0, 1, more);

const inAccount: readonly Place[] = [response("Settings", "Settings:Account", 0, 1)];

/** A property of the device: a string that the server stores unchanged. */
function deviceProperty(section: string, summary: string, more: Partial<ElementFacts> = {}): ElementFacts {
  return {
    type: "string",
    summary,
    limits: { maxLength: 1024 },
    places: inDeviceInformation,
    spec: [spec(`MS-ASCMD ${section}`)],
    ...more,
  };
}

/** Code page 18, Settings: the elements of the Settings command [MS-ASCMD 2.2.1.18]. */
export const settings: ElementsOfPage<"Settings"> = {
  Settings: {
    type: "container",
    summary:
      "Root of a Settings message. Each child is one property (Oof, DevicePassword, DeviceInformation, UserInformation, RightsManagementInformation), at most once each; the server works through them in order and answers in the same order.",
    places: both("Settings", undefined, 1, 1),
    spec: [spec("MS-ASCMD 2.2.3.168.2"), spec("MS-ASCMD 2.2.1.18")],
  },
  Status: {
    type: "integer",
    summary:
      "The result, of the whole command or of one property: the parent decides. It is the first child of its parent.",
    places: [
      response("Settings", "Settings:Settings", 1, 1),
      response("Settings", "Settings:Oof", 1, 1),
      response("Settings", "Settings:DeviceInformation", 1, 1),
      response("Settings", "Settings:DevicePassword", 1, 1),
      response("Settings", "Settings:UserInformation", 1, 1),
      response("Settings", "Settings:RightsManagementInformation", 1, 1, { versions: FROM_14_1 }),
      response("Provision", "Settings:DeviceInformation", 1, 1, { versions: FROM_14_1 }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.177.15"), spec("MS-ASPROV 3.2.5.1.1")],
    meanings: [
      {
        where: "of the whole command",
        parent: "Settings:Settings",
        text: "1 whenever the response has properties, even if every one of them failed. With any other value, no property was processed.",
      },
      {
        where: "of the automatic reply",
        parent: "Settings:Oof",
        text: "Result of reading or writing it. Writing texts for external senders answers 1 even where the administrator has switched them off.",
      },
      {
        where: "of the device information",
        parent: "Settings:DeviceInformation",
        text: "Whether the server took the values of the device; the same in the Settings response and in the Provision response.",
      },
      {
        where: "of the user information",
        parent: "Settings:UserInformation",
        text: "Result of reading the addresses and accounts.",
      },
      {
        where: "of the rights management information",
        parent: "Settings:RightsManagementInformation",
        text: "Result of reading the policy templates; 168 says that the server has rights management switched off.",
      },
      {
        where: "of the recovery password",
        parent: "Settings:DevicePassword",
        text: "Whether the server stored the recovery password.",
      },
    ],
    sms: {
      section: "3.2.5.3",
      role: "Says whether the server took the device as a relay for outgoing text messages.",
      format: "A number, the child of DeviceInformation in the response.",
      example: "1",
      client:
        "Has to read 5 as a refusal: EnableOutboundSMS was 1 and the server misses the telephone number. It repeats the request with PhoneNumber.",
      server:
        "Returns 5 where EnableOutboundSMS is 1 and it wants a telephone number that it was not given; otherwise it takes the device and should tell the user's other clients.",
      products:
        "Only the first release of Exchange 2010 returns 5 for a missing number; Exchange 2010 SP1 and Exchange 2013 take the device without one (footnotes 4 and 5).",
    },
  },
  Get: {
    type: "container",
    summary:
      "Reads a property: in the request the question, in the response the values. What it holds depends on the property around it.",
    places: [
      request("Settings", "Settings:Oof", 0, 1, { when: "Oof is read; Set otherwise" }),
      request("Settings", "Settings:UserInformation", 1, 1),
      request("Settings", "Settings:RightsManagementInformation", 1, 1, { versions: FROM_14_1 }),
      response("Settings", "Settings:Oof", 0, 1, { when: "Oof was read with success" }),
      response("Settings", "Settings:UserInformation", 1, 1, { when: "Status beside it is 1" }),
      response("Settings", "Settings:RightsManagementInformation", 1, 1, {
        versions: FROM_14_1,
        when: "Status beside it is 1",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.83")],
    meanings: [
      {
        where: "in Oof of a request",
        parent: "Settings:Oof",
        direction: "request",
        text: "Holds one BodyType: the format in which the reply texts are wanted.",
      },
      {
        where: "in Oof of a response",
        parent: "Settings:Oof",
        direction: "response",
        text: "Holds OofState, StartTime, EndTime and an OofMessage for each audience that the user may set.",
      },
      {
        where: "in UserInformation of a request",
        parent: "Settings:UserInformation",
        direction: "request",
        type: "empty",
        text: "An empty element.",
      },
      {
        where: "in UserInformation of a response",
        parent: "Settings:UserInformation",
        direction: "response",
        text: "Holds EmailAddresses with versions 12.0 to 14.0, and Accounts from 14.1 on.",
      },
      {
        where: "in RightsManagementInformation of a request",
        parent: "Settings:RightsManagementInformation",
        direction: "request",
        type: "empty",
        text: "An empty element.",
      },
      {
        where: "in RightsManagementInformation of a response",
        parent: "Settings:RightsManagementInformation",
        direction: "response",
        text: "Holds rm:RightsManagementTemplates, the templates that the user may apply to mail.",
      },
    ],
  },
  Set: {
    type: "container",
    summary:
      "Writes a property of the server: the automatic reply, the recovery password or what is known of the device.",
    places: [
      request("Settings", "Settings:Oof", 0, 1, { when: "Oof is written; Get otherwise" }),
      request("Settings", "Settings:DevicePassword", 0, 1),
      request("Settings", "Settings:DeviceInformation", 0, 1),
      request("Provision", "Settings:DeviceInformation", 1, 1, { versions: FROM_14_1 }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.167"), spec("MS-ASPROV 2.2.2.53")],
    meanings: [
      {
        where: "in Oof",
        parent: "Settings:Oof",
        text: "Holds any of OofState, StartTime, EndTime and up to three OofMessage.",
      },
      {
        where: "in DevicePassword",
        parent: "Settings:DevicePassword",
        text: "Holds one Password; an empty one clears what is stored.",
      },
      {
        where: "in DeviceInformation",
        parent: "Settings:DeviceInformation",
        text: "Holds the properties of the device, in any order; the client should send all that it knows. An empty Set deletes what is stored. In a Provision request Model at least is required.",
      },
    ],
    sms: {
      section: "3.1.4.3",
      role: "Carries EnableOutboundSMS and PhoneNumber, by which a phone offers itself as a relay for outgoing text messages.",
      format: "A container inside DeviceInformation.",
      example:
        "<Set><Model>Phone 1</Model><PhoneNumber>+14255550199</PhoneNumber><EnableOutboundSMS>1</EnableOutboundSMS></Set>",
      client:
        "Puts in EnableOutboundSMS with 1 and its telephone number to start relaying, and EnableOutboundSMS with 0 alone to stop.",
      server: "Answers with Status in DeviceInformation; 5 where it wants a telephone number and got none.",
      products: "EnableOutboundSMS is unknown to version 12.1 (footnote 3).",
    },
  },
  Oof: {
    type: "container",
    summary:
      "Property for the automatic reply while the user is out of office: whether it is on, from when to when, and its text for each audience.",
    places: inSettings,
    spec: [spec("MS-ASCMD 2.2.3.122")],
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "Holds either Get, to read everything, or Set, to write some or all of it.",
      },
      {
        where: "in a response",
        direction: "response",
        text: "Holds Status, and Get with the values where the request was to read.",
      },
    ],
  },
  OofState: {
    type: "integer",
    summary: "Whether the automatic reply is on. With 0 or 1, times sent along are accepted but not stored.",
    values: values(
      ["0", "Off."],
      ["1", "On until it is switched off."],
      ["2", "On from StartTime to EndTime; the value to use whenever times are sent."],
    ),
    places: inOof(1),
    spec: [spec("MS-ASCMD 2.2.3.124")],
  },
  StartTime: {
    type: "dateTime",
    summary:
      "When the automatic reply begins. It goes with EndTime and OofState 2; one time without the other makes Status of Oof 2.",
    places: inOof(1, { when: "together with EndTime, in Oof" }),
    spec: [spec("MS-ASCMD 2.2.3.176.2")],
  },
  EndTime: {
    type: "dateTime",
    summary:
      "When the automatic reply ends. It goes with StartTime and OofState 2; one time without the other makes Status of Oof 2.",
    places: inOof(1, { when: "together with StartTime, in Oof" }),
    spec: [spec("MS-ASCMD 2.2.3.61.2")],
  },
  OofMessage: {
    type: "container",
    summary:
      "The automatic reply for one audience: colleagues, external senders among the user's contacts, or all other external senders. The AppliesTo element in it says which; no audience may appear twice.",
    places: inOof(3),
    spec: [spec("MS-ASCMD 2.2.3.123")],
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "Writes the reply for this audience. Where the administrator has switched external replies off, the server still answers 1.",
      },
      {
        where: "in a response",
        direction: "response",
        text: "One for each audience, also where the reply is off and has no text. An audience that is missing is most likely one that the user may not set.",
      },
    ],
  },
  AppliesToInternal: {
    type: "empty",
    summary: "Marks the OofMessage for colleagues: senders of the same organisation.",
    places: inOofMessage({ when: "exactly one of the three AppliesTo elements" }),
    spec: [spec("MS-ASCMD 2.2.3.14")],
  },
  AppliesToExternalKnown: {
    type: "empty",
    summary: "Marks the OofMessage for external senders who are among the user's contacts.",
    places: inOofMessage({ when: "exactly one of the three AppliesTo elements" }),
    spec: [spec("MS-ASCMD 2.2.3.12")],
  },
  AppliesToExternalUnknown: {
    type: "empty",
    summary: "Marks the OofMessage for external senders who are not among the user's contacts.",
    places: inOofMessage({ when: "exactly one of the three AppliesTo elements" }),
    spec: [spec("MS-ASCMD 2.2.3.13")],
  },
  Enabled: {
    type: "string",
    summary: "Whether this audience gets a reply while the automatic reply is on.",
    limits: { minLength: 1 },
    values: values(["0", "No reply to this audience."], ["1", "This audience gets the reply."]),
    places: inOofMessage(),
    spec: [spec("MS-ASCMD 2.2.3.59")],
  },
  ReplyMessage: {
    type: "string",
    summary: "Text of the automatic reply for this audience, in the format that BodyType names.",
    places: inOofMessage(),
    spec: [spec("MS-ASCMD 2.2.3.149")],
  },
  BodyType: {
    type: "string",
    summary:
      "Format of the reply texts. It has no default: a reading request and every message with a ReplyMessage need it.",
    limits: { minLength: 1 },
    values: values(["Text", "Plain text."], ["HTML", "HTML."]),
    places: [
      request("Settings", "Settings:Get", 1, 1, { grandparent: "Settings:Oof", when: "Get is in Oof" }),
      ...inOofMessage({ when: "required where ReplyMessage is present" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.17")],
    meanings: [
      {
        where: "in Get of a request",
        parent: "Settings:Get",
        direction: "request",
        text: "The format in which the client wants the reply texts.",
      },
      {
        where: "in OofMessage",
        parent: "Settings:OofMessage",
        text: "The format of the ReplyMessage beside it.",
      },
    ],
  },
  DevicePassword: {
    type: "container",
    summary:
      "Property for the recovery password of the device, which the server keeps in the mailbox so that the user or an administrator can look it up after a lock-out. Only where the policy has PasswordRecoveryEnabled 1.",
    places: inSettings,
    spec: [spec("MS-ASCMD 2.2.3.46")],
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "Holds Set with the password. It cannot be read back by this command.",
      },
      { where: "in a response", direction: "response", text: "Holds Status alone." },
    ],
  },
  Password: {
    type: "string",
    summary: "The recovery password; empty to clear the one that is stored.",
    limits: { maxLength: 255 },
    places: [
      request("Settings", "Settings:Set", 1, 1, {
        grandparent: "Settings:DevicePassword",
        when: "Set is in DevicePassword",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.132.3")],
  },
  DeviceInformation: {
    type: "container",
    summary:
      "Property for what the device tells about itself; it can be written, not read. Clients send it right after provisioning and before FolderSync, and from 14.1 on inside the first Provision request.",
    places: [
      ...inSettings,
      request("Provision", "Provision:Provision", 0, 1, {
        versions: FROM_14_1,
        when: "required in the first request that asks for a policy",
      }),
      response("Provision", "Provision:Provision", 0, 1, { versions: FROM_14_1, when: "the request had it" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.45"), spec("MS-ASPROV 2.2.2.53"), spec("MS-ASCMD 3.1.5.2")],
    meanings: [
      {
        where: "in a Settings request",
        command: "Settings",
        direction: "request",
        text: "Holds Set with the properties of the device. The way to send them with versions 12.0 to 14.0, and later to change them.",
      },
      {
        where: "in a Settings response",
        command: "Settings",
        direction: "response",
        text: "Holds Status alone.",
      },
      {
        where: "in a Provision request",
        command: "Provision",
        direction: "request",
        text: "Holds Set with Model at least. Required in the first request from 14.1 on (status 165 where it is missing), forbidden before 14.1 and in the acknowledgement.",
        spec: spec("MS-ASPROV 2.2.2.53"),
      },
      {
        where: "in a Provision response",
        command: "Provision",
        direction: "response",
        text: "Holds Status. Some servers send Provision:Status there in place of settings:Status.",
        spec: spec("MS-ASPROV 3.2.5.1.1"),
      },
    ],
    sms: {
      section: "3.1.4.3",
      role: "The property in which a phone offers itself to the server as a relay: what the user writes elsewhere as a text message goes out through this phone.",
      format:
        "A container with Set, which holds EnableOutboundSMS and PhoneNumber among the other properties of the device.",
      example:
        "<DeviceInformation><Set><PhoneNumber>+14255550199</PhoneNumber><EnableOutboundSMS>1</EnableOutboundSMS></Set></DeviceInformation>",
      client:
        "Sends it with EnableOutboundSMS 1 to start relaying. From then on it has to synchronise the SMS items of the Outbox, about every 15 minutes or with Wait or HeartbeatInterval, send them through its mobile network, split where they are long, and delete them; a failure it should report as a non-delivery report in the Inbox (3.1.5.1).",
      server:
        "Answers with Status, and should let all other clients of the user know that this device can send text messages.",
      products:
        "A missing PhoneNumber is refused by the first release of Exchange 2010 alone (footnotes 4 and 5). With 14.0, SMS items are synchronised in Inbox, Outbox and Sent Items only (footnote 6).",
    },
  },
  Model: deviceProperty(
    "2.2.3.115",
    "What kind of device it is: maker, name or number of the model, as the client likes. The one property that a Provision request must have.",
    {
      places: [
        request("Settings", "Settings:Set", 0, 1, {
          grandparent: "Settings:DeviceInformation",
          when: "Set is in DeviceInformation",
        }),
        request("Provision", "Settings:Set", 1, 1, { versions: FROM_14_1 }),
      ],
      spec: [spec("MS-ASCMD 2.2.3.115"), spec("MS-ASPROV 2.2.2.53")],
    },
  ),
  IMEI: deviceProperty(
    "2.2.3.91",
    "Serial number of the device in the mobile network, 15 digits that no other device has; made for inventories, since the DeviceId of the request line follows no fixed form. The server does not check it.",
  ),
  FriendlyName: deviceProperty(
    "2.2.3.81",
    "Name of this very device, as the user would know it in a list of devices; it has to be unlike that of any other. The server does not check it.",
  ),
  OS: deviceProperty(
    "2.2.3.127",
    "Operating system of the device: product name, major version and minor version, in that order. The server does not check it.",
  ),
  OSLanguage: deviceProperty(
    "2.2.3.128",
    "Language of the device's operating system, for texts that the server writes for the user. The server does not check it.",
  ),
  PhoneNumber: deviceProperty(
    "2.2.3.134",
    "Telephone number of the device. It helps administrators to find a device, and names the relay for outgoing text messages.",
    {
      sms: {
        section: "2.2.2.2.3",
        role: "The telephone number of the phone that relays text messages, by which it is known.",
        format:
          "A string of at most 1024 characters, in no fixed form; the international form is the one that is never ambiguous.",
        example: "+14255550199",
        client:
          "Sends it in Set of DeviceInformation when it sets EnableOutboundSMS to 1. To switch relaying off it may leave it out.",
        server:
          "Does not check its form. May refuse EnableOutboundSMS 1 without it, with Status 5 in DeviceInformation.",
        products:
          "The first release of Exchange 2010 refuses EnableOutboundSMS 1 with an empty or missing number (Status 5); 2010 SP1 and 2013 do not need it (footnote 5).",
      },
    },
  ),
  UserAgent: deviceProperty(
    "2.2.3.190",
    "What the client would otherwise write in the User-Agent header of each request; having sent it here once, it should leave the header out. The server does not check it.",
  ),
  EnableOutboundSMS: {
    type: "integer",
    summary: "Whether the server may send text messages of the user through this phone. Default 0.",
    values: values(
      ["0", "This phone relays no text messages, or no longer."],
      ["1", "Text messages that are put in the Outbox may go out through this phone."],
    ),
    places: inDeviceInformation,
    spec: [spec("MS-ASCMD 2.2.3.60")],
    sms: {
      section: "2.2.2.2.2",
      role: "Switches a phone on or off as a relay: the server hands its outgoing SMS items to phones that have set it to 1, and to no others.",
      format: "An integer, 0 or 1; a missing element counts as 0.",
      example: "1",
      client:
        "Sends 1 in Set of DeviceInformation with its PhoneNumber to become a relay; from then on it has to synchronise the Outbox for class SMS and send what it finds. Sends 0 to withdraw, then without a number.",
      server:
        "Puts outgoing SMS items in the Outbox for this phone, and should make its readiness known to the user's other clients. Answers Status 5 where it wants a telephone number and has none.",
      products:
        "Version 12.1 does not have it (footnote 3). The first release of Exchange 2010 wants a PhoneNumber with 1 and answers Status 5 without it; 2010 SP1 and 2013 do not (footnote 4).",
    },
  },
  MobileOperator: deviceProperty(
    "2.2.3.113",
    "Name of the mobile network operator that the device is connected to.",
  ),
  UserInformation: {
    type: "container",
    summary:
      "Property for the addresses of the user, which can be read and not written; a client needs them to leave the user out of a reply to all.",
    places: inSettings,
    spec: [spec("MS-ASCMD 2.2.3.192")],
    meanings: [
      { where: "in a request", direction: "request", text: "Holds an empty Get." },
      { where: "in a response", direction: "response", text: "Holds Status, and Get with the addresses." },
    ],
  },
  EmailAddresses: {
    type: "container",
    summary: "The mail addresses of the user, or from 14.1 on of one of the user's accounts.",
    places: [
      response("Settings", "Settings:Get", 0, 1, {
        versions: FROM_12_0_TO_14_0,
        grandparent: "Settings:UserInformation",
        when: "Get is in UserInformation",
      }),
      response("Settings", "Settings:Account", 0, 1, { versions: FROM_14_1 }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.57"), spec("MS-ASCMD 2.2.3.83")],
  },
  SMTPAddress: {
    type: "string",
    summary: "One mail address under which the user gets mail; the primary address may be among them.",
    places: [response("Settings", "Settings:EmailAddresses", 1, UNBOUNDED)],
    spec: [spec("MS-ASCMD 2.2.3.171")],
  },
  PrimarySmtpAddress: {
    type: "string",
    summary:
      "The main mail address of the account: the one mail is sent from where a request names no AccountId. It may be listed as SMTPAddress too.",
    places: [response("Settings", "Settings:EmailAddresses", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.138")],
  },
  Accounts: {
    type: "container",
    summary:
      "All accounts that the user has gathered in this mailbox, the main one and those of other providers.",
    places: [
      response("Settings", "Settings:Get", 0, 1, {
        grandparent: "Settings:UserInformation",
        when: "Get is in UserInformation",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.5")],
  },
  Account: {
    type: "container",
    summary: "One account: its number, names, addresses and whether mail can be sent from it.",
    places: [response("Settings", "Settings:Accounts", 1, UNBOUNDED)],
    spec: [spec("MS-ASCMD 2.2.3.2")],
  },
  AccountId: {
    type: "string",
    summary:
      "Identifies an account, for composemail:AccountId in mail sent from it. The main account has none. Exchange never returns it; other servers do.",
    places: inAccount,
    spec: [spec("MS-ASCMD 2.2.3.3.2")],
  },
  AccountName: {
    type: "string",
    summary:
      "Name of the account to show in a list of accounts. Exchange never returns it; other servers do.",
    limits: { maxLength: 512 },
    places: inAccount,
    spec: [spec("MS-ASCMD 2.2.3.4")],
  },
  UserDisplayName: {
    type: "string",
    summary:
      "Name of the user as the account shows it to recipients. Exchange never returns it; other servers do.",
    limits: { maxLength: 512 },
    places: inAccount,
    spec: [spec("MS-ASCMD 2.2.3.191")],
  },
  SendDisabled: {
    type: "boolean",
    summary:
      "Whether the account is for receiving only; sending from it would end in status 167. Exchange never returns it.",
    values: values(
      ["0", "Mail can be sent from the account."],
      ["1", "Mail cannot be sent from the account."],
    ),
    places: inAccount,
    spec: [spec("MS-ASCMD 2.2.3.161")],
  },
  RightsManagementInformation: {
    type: "container",
    summary:
      "Property for the rights management templates that the user may apply to mail; it can be read and not written.",
    places: inSettings,
    spec: [spec("MS-ASCMD 2.2.3.156")],
    meanings: [
      { where: "in a request", direction: "request", text: "Holds an empty Get." },
      { where: "in a response", direction: "response", text: "Holds Status, and Get with the templates." },
    ],
  },
};
