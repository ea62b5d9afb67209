import { FROM_14_1 } from "../versions";
import { type StatusEntry, type StatusRow, statusTable, success } from "./status";

const SECTION = "MS-ASCMD 2.2.3.177.15";

const malformed: StatusRow = {
  value: 2,
  name: "ProtocolError",
  scope: "item",
  meaning: "The server cannot make out this part of the request.",
  cause: "An element is missing, misplaced or without its partner.",
  resolution: "Compare this part with the schema.",
};

const invalid: StatusRow = {
  value: 5,
  name: "InvalidArguments",
  scope: "item",
  meaning: "A value in this part of the request cannot be used.",
  cause: "The value is of the wrong kind, too long or out of range.",
  resolution: "Correct the value.",
};

const conflicting: StatusRow = {
  value: 6,
  name: "ConflictingArguments",
  scope: "item",
  meaning: "Values in this part of the request contradict each other.",
  cause: "Two settings that exclude each other were sent together.",
  resolution: "Send one or the other.",
};

const whole = statusTable(
  SECTION,
  [
    success("The request was read and worked through; each property has a Status of its own."),
    {
      value: 2,
      name: "ProtocolError",
      scope: "global",
      meaning: "The request as a whole is not valid.",
      cause: "An element is missing, unknown or out of place.",
      resolution: "Compare the request with the schema.",
    },
    {
      value: 3,
      name: "AccessDenied",
      scope: "global",
      meaning: "The person may not read or write what the request names.",
      cause: "A right is missing, or the administrator closed the feature.",
      resolution: "Leave that setting out, or have it allowed.",
    },
    {
      value: 4,
      name: "ServerUnavailable",
      scope: "global",
      meaning: "The server cannot work on settings at this time.",
      cause: "The mailbox, or a server behind, is not reachable.",
      resolution: "Try again after a while.",
    },
    {
      value: 5,
      name: "InvalidArguments",
      scope: "global",
      meaning: "A value in the request cannot be used.",
      cause: "The value is of the wrong kind, too long or out of range.",
      resolution: "Correct the value.",
    },
    {
      value: 6,
      name: "ConflictingArguments",
      scope: "global",
      meaning: "Values in the request contradict each other.",
      cause: "Two settings that exclude each other were sent together.",
      resolution: "Send one or the other.",
    },
    {
      value: 7,
      name: "DeniedByPolicy",
      scope: "global",
      meaning: "A policy on the server forbids the change.",
      cause: "The administrator's policy has the feature off.",
      resolution: "Only the administrator can change it.",
    },
  ],
  { element: "Settings:Settings" },
);

const oof = statusTable(
  SECTION,
  [
    success(
      "The automatic reply was read or set; settings the administrator forbids for outside senders are dropped without an error.",
      "item",
    ),
    {
      ...malformed,
      cause:
        "An element is missing or misplaced; often StartTime stands without EndTime, or the other way round.",
      resolution: "Send both times or neither, and check the rest of Oof with the schema.",
    },
    invalid,
    conflicting,
  ],
  { element: "Settings:Oof" },
);

/** Status inside DeviceInformation, which Provision carries too. */
export const deviceInformation: readonly StatusEntry[] = statusTable(
  SECTION,
  [
    success("The server keeps what the client said of the device.", "item"),
    malformed,
    {
      ...invalid,
      cause:
        "A value is too long or of the wrong kind. The first release of Exchange 2010 also answers so where EnableOutboundSMS is 1 and PhoneNumber has no value.",
      resolution: "Correct the value; where the client sends text messages, say the PhoneNumber.",
    },
    conflicting,
  ],
  { element: "Settings:DeviceInformation" },
);

const devicePassword = statusTable(
  SECTION,
  [
    success("The server keeps the recovery password.", "item"),
    malformed,
    {
      value: 5,
      name: "InvalidArguments",
      scope: "item",
      meaning: "The recovery password is longer than the server can keep.",
      cause: "Password exceeds the length allowed.",
      resolution: "Send a shorter one.",
    },
    {
      value: 7,
      name: "DeniedByPolicy",
      scope: "item",
      meaning: "The server keeps no recovery passwords.",
      cause: "The administrator has switched off password recovery.",
      resolution: "Do not send one; PasswordRecoveryEnabled in the policy says so beforehand.",
    },
  ],
  { element: "Settings:DevicePassword" },
);

const userInformation = statusTable(
  SECTION,
  [success("The person's addresses and accounts are inside Get.", "item"), malformed, invalid, conflicting],
  { element: "Settings:UserInformation" },
);

const rights = statusTable(
  SECTION,
  [success("The rights policy templates are inside Get.", "item"), malformed, invalid, conflicting],
  {
    element: "Settings:RightsManagementInformation",
    versions: FROM_14_1,
  },
);

/**
 * Status in a Settings response: of the whole and of each property. Values 100 to 255 are left to the
 * properties.
 */
export const settings: readonly StatusEntry[] = [
  ...whole,
  ...rights,
  ...oof,
  ...devicePassword,
  ...deviceInformation,
  ...userInformation,
];
