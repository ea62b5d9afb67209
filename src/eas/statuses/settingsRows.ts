import { type StatusEntry, type StatusRow, statusTable, success } from "./status";

/** The section of the statuses of Settings. */
export const SETTINGS_SECTION = "MS-ASCMD 2.2.3.177.15";

/** 2 of one property. */
export const malformed: StatusRow = {
  value: 2,
  name: "ProtocolError",
  blamesRequest: true,
  scope: "item",
  meaning: "The XML of this property is not valid.",
  cause: "An element is missing, misplaced or without the element it belongs with.",
  resolution: "Compare this part of the request with the schema.",
};

/** 5 of one property. */
export const invalid: StatusRow = {
  value: 5,
  name: "InvalidArguments",
  blamesRequest: true,
  scope: "item",
  meaning: "A value of this property is not one that the server can use.",
  cause: "The value is of the wrong type, too long or out of range.",
  resolution: "Correct the value.",
};

/** 6 of one property. */
export const conflicting: StatusRow = {
  value: 6,
  name: "ConflictingArguments",
  blamesRequest: true,
  scope: "item",
  meaning: "Values of this property contradict each other.",
  cause: "Two settings that exclude each other were sent together.",
  resolution: "Send only one of them.",
};

/** Status inside DeviceInformation, in Settings and in Provision. */
export const deviceInformation: readonly StatusEntry[] = statusTable(
  SETTINGS_SECTION,
  [
    success("The server stored the information about the device.", "item"),
    malformed,
    {
      ...invalid,
      meaning: "A value is not one that the server can use, or EnableOutboundSMS is 1 without a PhoneNumber.",
      cause:
        "A value is too long or of the wrong type. Only the first release of Exchange 2010 requires a PhoneNumber with EnableOutboundSMS 1.",
      resolution: "Correct the value; a client that sends text messages should send its PhoneNumber.",
    },
    conflicting,
  ],
  { element: "Settings:DeviceInformation" },
);
