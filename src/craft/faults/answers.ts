/** The expected answer to a body that cannot be read. */
export const UNREADABLE =
  "Server: status 102 (InvalidWBXML), HTTP 400 before 14.0. Client: discards the whole response and " +
  "repeats the request with the previous SyncKey.";

/** The expected answer to a body that can be read but contains something that is not allowed. */
export const NOT_ALLOWED =
  "Server: status 103 (InvalidXML) or the command's own protocol error, 4 for Sync. Client: ignores " +
  "unknown content, or discards the response.";

/** The expected answer to a body that is not WBXML at all. */
export const NOT_WBXML =
  "Server: status 101 (InvalidContent) or HTTP 400. Client: checks Content-Type before decoding, " +
  "and reports the unexpected type.";

/** The expected answer to legal WBXML that EAS does not use. */
export const NOT_EAS =
  "A strict peer rejects the whole message (status 102), a lenient one reads it like the plain form. " +
  "No other behaviour is correct.";

/** The expected answer to a Sync request that breaks the protocol. */
export const PROTOCOL_ERROR = "Server: status 4 (protocol error), with no change.";
