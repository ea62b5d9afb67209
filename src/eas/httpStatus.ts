/** The meaning of an HTTP status from an ActiveSync server. */
export interface HttpStatus {
  readonly code: number;
  readonly name: string;
  /** The reason for it, in plain words. */
  readonly meaning: string;
  /** What usually leads to it; missing where the meaning says it. */
  readonly causes?: string;
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
    causes: "A rule of the web server or proxy, for example from http to https, or to another host name.",
    advice: "Check the URL and the proxy; ActiveSync redirects with 451 or with Autodiscover.",
    section: "RFC 9110 15.4.2",
  },
  {
    code: 302,
    name: "Found",
    meaning: "Not part of ActiveSync: something in front of the server redirects, usually to a sign-in page.",
    causes:
      "A sign-in page or a captive portal stands in front of the server, or ActiveSync is not " +
      "published under this name.",
    advice: "Check the URL and the proxy, and whether the path requires a form sign-in.",
    section: "RFC 9110 15.4.3",
  },
  {
    code: 307,
    name: "Temporary Redirect",
    meaning: "Not part of ActiveSync: something in front of the server redirects.",
    causes: "A rule of the web server or proxy, for example from http to https, or to another host name.",
    advice: "Check the URL and the proxy; ActiveSync redirects with 451 or with Autodiscover.",
    section: "RFC 9110 15.4.8",
  },
  {
    code: 308,
    name: "Permanent Redirect",
    meaning: "Not part of ActiveSync: something in front of the server redirects.",
    causes: "A rule of the web server or proxy, for example from http to https, or to another host name.",
    advice: "Check the URL and the proxy; ActiveSync redirects with 451 or with Autodiscover.",
    section: "RFC 9110 15.4.9",
  },
  {
    code: 400,
    name: "Bad Request",
    meaning: "The server could not understand the request line, a header or the WBXML.",
    causes:
      "In versions 2.5 to 12.1 this takes the place of Status 101, 103, 106, 138 and 147: a body " +
      "that does not fit the command, elements that are not allowed, an id of another server, a " +
      "version or a class that is not supported.",
    advice:
      "Sending it again will not help; look for malformed WBXML, a wrong Content-Type or a " +
      "missing parameter.",
    section: STATUS_LINE_SECTION,
  },
  {
    code: 401,
    name: "Unauthorized",
    meaning: "Credentials are missing or were rejected.",
    causes:
      "The first request of a sign-in has no credentials, and is answered in this way as a matter " +
      "of course. Otherwise the password has changed, a token has expired, or the account is locked " +
      "or may not sign in with this method.",
    advice: "Sign in again; if that fails, run Autodiscover.",
    section: "MS-ASHTTP 3.1.5.2.1",
  },
  {
    code: 403,
    name: "Forbidden",
    meaning:
      "The account is not enabled for ActiveSync, or (2.5 to 12.1) the request has no policy key or " +
      "the device is blocked.",
    causes:
      "In versions 2.5 to 12.1 this also takes the place of Status 112, 125, 126, 132 and, without " +
      "a policy key, 140. A rule for devices or for client access, or a firewall, answers in this " +
      "way too.",
    advice:
      "Run Provision and send X-MS-PolicyKey; otherwise ask the administrator; Autodiscover may name " +
      "another server.",
    section: "MS-ASHTTP 3.1.5.2.1",
  },
  {
    code: 404,
    name: "Not Found",
    meaning: "There is nothing at this URL, or the server does not offer ActiveSync.",
    causes:
      "The path or the name of the server is wrong, the mailbox is somewhere else, or the " +
      "ActiveSync directory was removed from the web server.",
    advice: "Check the path /Microsoft-Server-ActiveSync; run Autodiscover.",
    section: STATUS_LINE_SECTION,
  },
  {
    code: 405,
    name: "Method Not Allowed",
    meaning: "This URL does not accept the method of the request.",
    causes: "A GET, as a browser sends it, or a proxy or web server that blocks POST or OPTIONS.",
    advice: "Send commands with POST, and OPTIONS to ask for versions; check what the proxy allows.",
    section: "RFC 9110 15.5.6",
  },
  {
    code: 407,
    name: "Proxy Authentication Required",
    meaning: "A proxy on the way requires credentials of its own.",
    causes: "The network sends web traffic through a proxy that the client does not sign in to.",
    advice: "Set up the proxy in the client or the device, or exempt the server from it.",
    section: "RFC 9110 15.5.8",
  },
  {
    code: 408,
    name: "Request Timeout",
    meaning: "The server waited too long for the rest of the request.",
    causes: "A slow or interrupted connection, or a Content-Length greater than the body that was sent.",
    advice: "Check Content-Length, then send the request again.",
    section: "RFC 9110 15.5.9",
  },
  {
    code: 409,
    name: "Conflict",
    meaning: "The mailbox is in a state that does not allow the request.",
    causes: "Another request changes the same folder or item at the same time.",
    advice: "Try again; if the error persists, synchronize the folder hierarchy.",
    section: "RFC 9110 15.5.10",
  },
  {
    code: 411,
    name: "Length Required",
    meaning: "The server does not accept a body without Content-Length.",
    causes: "The client, or a proxy, sent the body in chunks.",
    advice: "Send Content-Length with the size of the body.",
    section: "RFC 9110 15.5.12",
  },
  {
    code: 413,
    name: "Content Too Large",
    meaning: "The body is larger than the web server or a proxy accepts.",
    causes:
      "A message with large attachments, above the limit of the web server, of a proxy or of " +
      "ActiveSync itself.",
    advice: "Raise the request limits of the web server or proxy, or send a smaller message.",
    section: "RFC 9110 15.5.14",
  },
  {
    code: 414,
    name: "URI Too Long",
    meaning: "The request line is longer than the web server or a proxy accepts.",
    causes: "Many or long parameters, or a redirect that adds to them each time.",
    advice: "Use the base64-encoded query, or raise the limit.",
    section: "RFC 9110 15.5.15",
  },
  {
    code: 415,
    name: "Unsupported Media Type",
    meaning: "The server does not accept the Content-Type of the body.",
    causes:
      "Content-Type is missing, or is neither application/vnd.ms-sync.wbxml nor, before 14.0, " +
      "message/rfc822 for SendMail.",
    advice: "Send the Content-Type that fits the command and the version.",
    section: "RFC 9110 15.5.16",
  },
  {
    code: 429,
    name: "Too Many Requests",
    meaning: "The client, the user or the network sends more requests than are allowed.",
    causes:
      "A Sync or Ping in a loop, several devices behind one address, or a limit of the service or " +
      "of a proxy.",
    advice:
      "Wait as long as Retry-After says, or longer each time; look for a command that repeats " +
      "without a pause.",
    section: "RFC 6585 4",
  },
  {
    code: 440,
    name: "Login Timeout",
    meaning: "The session of the sign-in has expired.",
    causes:
      "A web server that signs in with a form or cookie answers in this way; it is not part of " +
      "ActiveSync.",
    advice: "Sign in again; check that ActiveSync does not require a form sign-in.",
    section: "MS-ASHTTP 3.1.5.2",
  },
  {
    code: 449,
    name: "Retry after provisioning",
    meaning:
      "In 2.5 to 12.1, the server requires the device to accept its policy first; later versions use " +
      "Status 140 to 144 for this.",
    causes:
      "The device has not provisioned, its policy changed or expired, it sends no policy key or one " +
      "that is not valid, or a wipe was requested: what Status 140 to 144 say in later versions.",
    advice: "Run Provision to the end (both phases), then repeat the request with the new X-MS-PolicyKey.",
    section: "MS-ASCMD 2.2.2",
  },
  {
    code: 451,
    name: "Redirect",
    meaning: "The mailbox is not reachable from this server, or another server is nearer to it.",
    causes:
      "The mailbox was moved, for example to Exchange Online, or the client uses the address of " +
      "another site.",
    advice: "Use the URL of X-MS-Location from now on; without that header, run Autodiscover.",
    section: "MS-ASHTTP 3.1.5.2.2",
  },
  {
    code: 456,
    name: "Blocked",
    meaning: "The account is blocked.",
    causes: "The administrator, or a service that protects accounts, has blocked the account.",
    advice: "Stop sending requests. The user should contact the administrator.",
    section: "MS-ASHTTP 3.1.5.2.4",
  },
  {
    code: 457,
    name: "Expired Password",
    meaning: "The password has expired.",
    causes: "The password reached the age that the organisation allows.",
    advice: "Stop sending requests. Direct the user to the URL in X-MS-Credential-Service-Url.",
    section: "MS-ASHTTP 3.1.5.2.4",
  },
  {
    code: 500,
    name: "Internal Server Error",
    meaning: "The server failed unexpectedly; in 2.5 to 12.1, this also replaces several Status values.",
    causes:
      "A fault on the server or in the mailbox, or an item it cannot process. In versions 2.5 to " +
      "12.1 it takes the place of Status 110, of 106 for SendMail and of 132 for Provision.",
    advice: "Try again later; if the error persists, run Autodiscover and check the mailbox log.",
    section: "MS-ASHTTP 3.1.5.2.1",
  },
  {
    code: 501,
    name: "Not Implemented",
    meaning: "The server does not support the method or the command.",
    causes:
      "A misspelt command, one that this product does not have, or another method than POST and " +
      "OPTIONS. In versions 2.5 to 12.1 it takes the place of Status 137 and 147.",
    advice: "Use OPTIONS to find out which commands and versions it supports.",
    section: STATUS_LINE_SECTION,
  },
  {
    code: 502,
    name: "Proxy Error",
    meaning: "A proxy could not reach the server behind it.",
    causes:
      "The server behind the proxy is stopped or restarting, or the proxy has a wrong address or " +
      "does not trust its certificate.",
    advice: "Check the proxy and its target; try again later.",
    section: STATUS_LINE_SECTION,
  },
  {
    code: 503,
    name: "Service Unavailable",
    meaning: "Too many requests are queued, or this client is being throttled.",
    causes:
      "A client that sends too often, such as a Sync in a loop, or a server that is overloaded, " +
      "restarting or in maintenance. In versions 2.5 to 12.1 it takes the place of Status 111.",
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
    causes:
      "A Ping or Sync waits longer than the proxy or the load balancer does, or the server behind " +
      "it is too slow.",
    advice: "Raise the proxy's timeout above the heartbeat interval.",
    section: "RFC 9110 15.6.5",
  },
  {
    code: 505,
    name: "HTTP Version Not Supported",
    meaning: "The server does not support the version of the request.",
    causes:
      "Devices of ActiveSync 1.0 get this in place of Status 138. Otherwise, a proxy does not " +
      "accept the version of HTTP.",
    advice: "Send OPTIONS: MS-ASProtocolVersions lists the versions that the server supports.",
    section: "MS-ASCMD 2.2.2",
  },
  {
    code: 507,
    name: "Insufficient Disk Space",
    meaning: "The mailbox is full.",
    causes: "The mailbox has reached its quota. In versions 2.5 to 12.1 it takes the place of Status 113.",
    advice: "Free up space in the mailbox, or ask the administrator to raise its quota.",
    section: STATUS_LINE_SECTION,
  },
];

const byCode = new Map(httpStatuses.map((status) => [status.code, status]));

/** What the first digit of an HTTP status says, for those that have no entry. */
const classes: readonly Omit<HttpStatus, "code">[] = [
  {
    name: "Redirection",
    meaning: "Not part of ActiveSync: something in front of the server redirects.",
    advice: "Check the URL and the proxy; ActiveSync redirects with 451 or with Autodiscover.",
    section: "RFC 9110 15.4",
  },
  {
    name: "Client Error",
    meaning: "The server, or a proxy in front of it, did not accept the request.",
    advice: "Check the request line, the headers and the body; the log of the server or proxy has details.",
    section: "RFC 9110 15.5",
  },
  {
    name: "Server Error",
    meaning: "The server, or a proxy in front of it, failed.",
    advice: "Try again later; the log of the server or proxy has details.",
    section: "RFC 9110 15.6",
  },
];

/**
 * What an HTTP status that is not between 200 and 299 says, which in ActiveSync is a failure
 * [MS-ASHTTP] 3.1.5.2: in general terms where it has no entry. `undefined` for success, for an interim status
 * (1xx), and for numbers that are no HTTP status.
 */
export function findHttpFailure(code: number): HttpStatus | undefined {
  const ofClass = classes[Math.floor(code / 100) - 3];
  return ofClass && (byCode.get(code) ?? { code, ...ofClass });
}

/** The meaning of an HTTP status in ActiveSync; `undefined` if it has no specific one. */
export function findHttpStatus(code: number): HttpStatus | undefined {
  return byCode.get(code);
}
