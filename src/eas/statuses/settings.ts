import { FROM_14_1 } from "../versions";
import { conflicting, deviceInformation, invalid, malformed, SETTINGS_SECTION } from "./settingsRows";
import { type StatusEntry, statusTable, success } from "./status";

const whole = statusTable(
  SETTINGS_SECTION,
  [
    success("The request was processed; each property has its own Status."),
    {
      value: 2,
      name: "ProtocolError",
      blamesRequest: true,
      scope: "global",
      meaning: "The request is not valid, and none of its properties was processed.",
      cause: "An element is missing, unknown or out of place.",
      resolution: "Compare the request with the schema.",
    },
    {
      value: 3,
      name: "AccessDenied",
      scope: "global",
      meaning: "The user is not allowed to read or write the settings in the request.",
      cause: "A permission is missing, or the administrator turned the feature off.",
      resolution: "Leave that setting out, or ask the administrator to allow it.",
    },
    {
      value: 4,
      name: "ServerUnavailable",
      scope: "global",
      meaning: "The server is not available at the moment.",
      cause: "The mailbox, or a server behind, cannot be reached.",
      resolution: "Try again later.",
    },
    { ...invalid, scope: "global", meaning: "A value in the request is not one that the server can use." },
    { ...conflicting, scope: "global", meaning: "Values in the request contradict each other." },
    {
      value: 7,
      name: "DeniedByPolicy",
      scope: "global",
      meaning: "A policy of the server forbids the change.",
      cause: "The administrator's policy turned the feature off.",
      resolution: "Only the administrator can change this.",
    },
  ],
  { element: "Settings:Settings" },
);

const oof = statusTable(
  SETTINGS_SECTION,
  [
    success(
      "The automatic reply was read or stored. Replies to external senders that the administrator forbids are ignored without an error.",
      "item",
    ),
    {
      ...malformed,
      meaning: "The XML is not valid, or one of StartTime and EndTime is there without the other.",
      cause: "An element is missing or misplaced; often it is StartTime or EndTime.",
      resolution: "Send both times or neither, and compare Oof with the schema.",
    },
    invalid,
    conflicting,
  ],
  { element: "Settings:Oof" },
);

const devicePassword = statusTable(
  SETTINGS_SECTION,
  [
    success("The recovery password was stored or cleared.", "item"),
    malformed,
    {
      value: 5,
      name: "InvalidArguments",
      blamesRequest: true,
      scope: "item",
      meaning: "The recovery password is too long; the maximum is 255 characters.",
      cause: "Password has more characters than are allowed.",
      resolution: "Send a shorter one.",
    },
    {
      value: 7,
      name: "DeniedByPolicy",
      scope: "item",
      meaning: "The administrator does not allow password recovery.",
      cause: "Password recovery is turned off on the server.",
      resolution:
        "Do not send a recovery password; PasswordRecoveryEnabled in the policy tells this in advance.",
    },
  ],
  { element: "Settings:DevicePassword" },
);

const userInformation = statusTable(
  SETTINGS_SECTION,
  [success("The user's addresses and accounts are inside Get.", "item"), malformed, invalid, conflicting],
  { element: "Settings:UserInformation" },
);

const rights = statusTable(
  SETTINGS_SECTION,
  [success("The rights policy templates are inside Get.", "item"), malformed, invalid, conflicting],
  { element: "Settings:RightsManagementInformation", versions: FROM_14_1 },
);

/**
 * Status in a Settings response: of the whole and of each property. Values 100 to 255 are reserved for the
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
