/** The meaning of an HTTP status from an ActiveSync server. */
export interface HttpStatus {
  readonly code: number;
  readonly name: string;
  /** The reason for it, in plain words. */
  readonly meaning: string;
  /** What the client, or the user, should do next. */
  readonly advice: string;
  /** Where it is specified: "MS-ASHTTP 2.2.2.1.1". */
  readonly section: string;
}

const STATUS_LINE_SECTION = "MS-ASHTTP 2.2.2.1.1";

/**
 * HTTP statuses that have a specific meaning in ActiveSync [MS-ASHTTP] 2.2.2.1.1, [MS-ASCMD] 2.2.2, and those
 * that intermediate proxies send.
 */
export const httpStatuses: readonly HttpStatus[] = [
  {
    code: 200,
    name: "OK",
    meaning: "The command succeeded, or a Status element in the body says why it did not.",
    advice: "Read the Status elements in the body; an empty body means that nothing changed.",
    section: STATUS_LINE_SECTION,
  },
  {
    code: 301,
    name: "Moved Permanently",
    meaning: "Not part of ActiveSync: something in front of the server redirects.",
    advice: "Check the URL and the proxy; ActiveSync redirects with 451 or with Autodiscover.",
    section: "RFC 9110 15.4.2",
  },
  {
    code: 302,
    name: "Found",
    meaning: "Not part of ActiveSync: something in front of the server redirects, usually to a sign-in page.",
    advice: "Check the URL and the proxy, and whether the path requires a form sign-in.",
    section: "RFC 9110 15.4.3",
  },
  {
    code: 400,
    name: "Bad Request",
    meaning: "The server could not understand the request line, a header or the WBXML.",
    advice:
      "Sending it again will not help; look for malformed WBXML, a wrong Content-Type or a " +
      "missing parameter.",
    section: STATUS_LINE_SECTION,
  },
  {
    code: 401,
    name: "Unauthorized",
    meaning: "Credentials are missing or were rejected.",
    advice: "Sign in again; if that fails, run Autodiscover.",
    section: "MS-ASHTTP 3.1.5.2.1",
  },
  {
    code: 403,
    name: "Forbidden",
    meaning:
      "The account is not enabled for ActiveSync, or (2.5 to 12.1) the request has no policy key or " +
      "the device is blocked.",
    advice:
      "Run Provision and send X-MS-PolicyKey; otherwise ask the administrator; Autodiscover may name " +
      "another server.",
    section: "MS-ASHTTP 3.1.5.2.1",
  },
  {
    code: 404,
    name: "Not Found",
    meaning: "There is nothing at this URL, or the server does not offer ActiveSync.",
    advice: "Check the path /Microsoft-Server-ActiveSync; run Autodiscover.",
    section: STATUS_LINE_SECTION,
  },
  {
    code: 409,
    name: "Conflict",
    meaning: "The mailbox is in a state that does not allow the request.",
    advice: "Try again; if the error persists, synchronize the folder hierarchy.",
    section: "RFC 9110 15.5.10",
  },
  {
    code: 413,
    name: "Content Too Large",
    meaning: "The body is larger than the web server or a proxy accepts.",
    advice: "Raise the request limits of the web server or proxy, or send a smaller message.",
    section: "RFC 9110 15.5.14",
  },
  {
    code: 449,
    name: "Retry after provisioning",
    meaning:
      "In 2.5 to 12.1, the server requires the device to accept its policy first; later versions use " +
      "Status 140 to 144 for this.",
    advice: "Run Provision to the end (both phases), then repeat the request with the new X-MS-PolicyKey.",
    section: "MS-ASCMD 2.2.2",
  },
  {
    code: 451,
    name: "Redirect",
    meaning: "The mailbox is not reachable from this server, or another server is nearer to it.",
    advice: "Use the URL of X-MS-Location from now on; without that header, run Autodiscover.",
    section: "MS-ASHTTP 3.1.5.2.2",
  },
  {
    code: 456,
    name: "Blocked",
    meaning: "The account is blocked.",
    advice: "Stop sending requests. The user should contact the administrator.",
    section: "MS-ASHTTP 3.1.5.2.4",
  },
  {
    code: 457,
    name: "Expired Password",
    meaning: "The password has expired.",
    advice: "Stop sending requests. Direct the user to the URL in X-MS-Credential-Service-Url.",
    section: "MS-ASHTTP 3.1.5.2.4",
  },
  {
    code: 500,
    name: "Internal Server Error",
    meaning: "The server failed unexpectedly; in 2.5 to 12.1, this also replaces several Status values.",
    advice: "Try again later; if the error persists, run Autodiscover and check the mailbox log.",
    section: "MS-ASHTTP 3.1.5.2.1",
  },
  {
    code: 501,
    name: "Not Implemented",
    meaning: "The server does not support the method or the command.",
    advice: "Use OPTIONS to find out which commands and versions it supports.",
    section: STATUS_LINE_SECTION,
  },
  {
    code: 502,
    name: "Proxy Error",
    meaning: "A proxy could not reach the server behind it.",
    advice: "Check the proxy and its target; try again later.",
    section: STATUS_LINE_SECTION,
  },
  {
    code: 503,
    name: "Service Unavailable",
    meaning: "Too many requests are queued, or this client is being throttled.",
    advice:
      "Wait as long as Retry-After says. Without it, wait a few seconds, longer each time. " +
      "X-MS-ASThrottle gives the reason.",
    section: "MS-ASHTTP 3.1.5.2.3",
  },
  {
    code: 504,
    name: "Gateway Timeout",
    meaning:
      "A proxy gave up waiting, typically because its timeout is shorter than the heartbeat of Ping or the " +
      "Wait of Sync.",
    advice: "Raise the proxy's timeout above the heartbeat interval.",
    section: "RFC 9110 15.6.5",
  },
  {
    code: 507,
    name: "Insufficient Disk Space",
    meaning: "The mailbox is full.",
    advice: "Free up space in the mailbox, or ask the administrator to raise its quota.",
    section: STATUS_LINE_SECTION,
  },
];

const byCode = new Map(httpStatuses.map((status) => [status.code, status]));

/** The meaning of an HTTP status in ActiveSync; `undefined` if it has no specific one. */
export function findHttpStatus(code: number): HttpStatus | undefined {
  return byCode.get(code);
}
