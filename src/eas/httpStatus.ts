/** What an HTTP status means when an ActiveSync server sends it. */
export interface HttpStatus {
  readonly code: number;
  readonly name: string;
  /** Why it came, in plain words. */
  readonly meaning: string;
  /** What the client, or the person, does next. */
  readonly advice: string;
  /** Where it is specified: "MS-ASHTTP 2.2.2.1.1". */
  readonly section: string;
}

const LINE = "MS-ASHTTP 2.2.2.1.1";

/**
 * HTTP statuses with a meaning of their own in ActiveSync [MS-ASHTTP] 2.2.2.1.1, [MS-ASCMD] 2.2.2, and what
 * proxies in between send.
 */
export const httpStatuses: readonly HttpStatus[] = [
  {
    code: 200,
    name: "OK",
    meaning: "The command was carried out, or its body tells by a Status element why not.",
    advice: "Read the Status elements of the body; an empty body means that nothing changed.",
    section: LINE,
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
    meaning: "Not part of ActiveSync: something in front of the server redirects, often to a sign-in page.",
    advice: "Check the URL, the proxy and whether the path needs a form sign-in.",
    section: "RFC 9110 15.4.3",
  },
  {
    code: 400,
    name: "Bad Request",
    meaning: "The server could not make sense of the request line, of a header or of the WBXML.",
    advice:
      "Sending the same again gives the same; look for malformed WBXML, a wrong Content-Type or a " +
      "missing parameter.",
    section: LINE,
  },
  {
    code: 401,
    name: "Unauthorized",
    meaning: "Credentials are missing or were refused.",
    advice: "Sign in anew; if that fails, run Autodiscover.",
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
    meaning: "Nothing at this URL, or the server does not serve ActiveSync.",
    advice: "Check the path /Microsoft-Server-ActiveSync; run Autodiscover.",
    section: LINE,
  },
  {
    code: 409,
    name: "Conflict",
    meaning: "The request met a mailbox in a state that does not allow it.",
    advice: "Try again; synchronise the folder hierarchy if it stays.",
    section: "RFC 9110 15.5.10",
  },
  {
    code: 413,
    name: "Content Too Large",
    meaning: "The body is larger than the web server or a proxy accepts.",
    advice: "Raise the request limits of the web server, or send a smaller message.",
    section: "RFC 9110 15.5.14",
  },
  {
    code: 449,
    name: "Retry after provisioning",
    meaning:
      "In 2.5 to 12.1 the server wants the device to accept its policy first; later versions say it " +
      "with Status 140 to 144.",
    advice: "Run Provision to the end (both phases), then repeat the request with the new X-MS-PolicyKey.",
    section: "MS-ASCMD 2.2.2",
  },
  {
    code: 451,
    name: "Redirect",
    meaning: "The mailbox is not reachable from this server, or another server is nearer to it.",
    advice: "Use the URL of X-MS-Location from now on; without that header run Autodiscover.",
    section: "MS-ASHTTP 3.1.5.2.2",
  },
  {
    code: 456,
    name: "Blocked",
    meaning: "The account is blocked.",
    advice: "Stop sending and have the person ask the administrator.",
    section: "MS-ASHTTP 3.1.5.2.4",
  },
  {
    code: 457,
    name: "Expired Password",
    meaning: "The password has expired.",
    advice: "Stop sending; lead the person to the URL of X-MS-Credential-Service-Url.",
    section: "MS-ASHTTP 3.1.5.2.4",
  },
  {
    code: 500,
    name: "Internal Server Error",
    meaning:
      "The server failed at something it did not foresee; in 2.5 to 12.1 it also stands for several " +
      "Status values.",
    advice: "Try again later; run Autodiscover if it stays; look into the mailbox log.",
    section: "MS-ASHTTP 3.1.5.2.1",
  },
  {
    code: 501,
    name: "Not Implemented",
    meaning: "The server does not know the method or the command.",
    advice: "Ask with OPTIONS which commands and versions it knows.",
    section: LINE,
  },
  {
    code: 502,
    name: "Proxy Error",
    meaning: "A proxy could not find the server behind it.",
    advice: "Check the proxy and its target; try again later.",
    section: LINE,
  },
  {
    code: 503,
    name: "Service Unavailable",
    meaning: "Too many requests are queued, or this client is being throttled.",
    advice:
      "Wait as long as Retry-After says; without it wait a few seconds, longer each time. " +
      "X-MS-ASThrottle says why.",
    section: "MS-ASHTTP 3.1.5.2.3",
  },
  {
    code: 504,
    name: "Gateway Timeout",
    meaning:
      "A proxy gave up waiting; typical where its timeout is shorter than the heartbeat of Ping or the " +
      "Wait of Sync.",
    advice: "Raise the proxy's timeout above the heartbeat interval.",
    section: "RFC 9110 15.6.5",
  },
  {
    code: 507,
    name: "Insufficient Disk Space",
    meaning: "The mailbox is full.",
    advice: "Make room in the mailbox or have its quota raised.",
    section: LINE,
  },
];

const byCode = new Map(httpStatuses.map((status) => [status.code, status]));

/** What this HTTP status means in ActiveSync; `undefined` for statuses without a meaning of their own. */
export function httpStatus(code: number): HttpStatus | undefined {
  return byCode.get(code);
}
