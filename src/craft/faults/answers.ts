/** What the other side does with a body that can't be read. */
export const UNREADABLE =
  "Server: status 102 (InvalidWBXML), HTTP 400 before 14.0. Client: drops the response whole, asks " +
  "again with the SyncKey it had.";

/** With one that can be read and says what is not allowed. */
export const NOT_ALLOWED =
  "Server: status 103 (InvalidXML) or the command's own protocol error, 4 for Sync. Client: passes " +
  "over what it does not know, or drops the response.";

/** With a body that is no WBXML at all. */
export const NO_WBXML =
  "Server: status 101 (InvalidContent) or HTTP 400. Client: looks at Content-Type before it decodes, " +
  "and tells of the page.";

/** With what is legal WBXML and no part of EAS. */
export const NOT_OF_EAS =
  "A strict peer refuses the whole message (status 102), a lenient one reads it like the plain form; " +
  "nothing between the two.";

/** With a Sync request that breaks the rules of its own. */
export const PROTOCOL_ERROR = "Server: status 4 (protocol error), and nothing is changed.";
