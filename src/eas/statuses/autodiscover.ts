import { type StatusEntry, statusTable, success } from "./status";

/** Status inside Error of an Autodiscover response, which is plain XML. */
export const autodiscover: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.1", [
  success("No error; never sent, because Status only appears inside Error."),
  {
    value: 2,
    name: "ProtocolError",
    blamesRequest: true,
    scope: "global",
    meaning: "The server cannot use the request.",
    cause: "The XML is not an Autodiscover request for mobile devices, or one of its values is wrong.",
    resolution:
      "Check EMailAddress and AcceptableResponseSchema; ask the user for the server where it cannot be found.",
  },
]);
