/** One ActiveSync command: its code in the base64-encoded query, its root elements and what it is for. */
export interface Command {
  /** Command code, 0 to 23 [MS-ASHTTP] 2.2.1.1.1.1.2. */
  readonly number: number;
  /** The value of `Cmd=` in a plain text query. */
  readonly name: string;
  /** Root element of the request body, "Namespace:Element"; `undefined` where the body is never WBXML. */
  readonly request: string | undefined;
  /** Root element of the response body, "Namespace:Element"; `undefined` where the body is never WBXML. */
  readonly response: string | undefined;
  /** The first of the protocol versions 2.5 to 16.1 that has the command. */
  readonly since: string;
  /** The last protocol version that has it, where that is not the latest. */
  readonly until?: string;
  /**
   * The first protocol version whose body is WBXML, where earlier ones carry something else (a MIME message).
   */
  readonly wbxmlSince?: string;
  /** One sentence on what the command is for. */
  readonly summary: string;
}

function command(
  number: number,
  name: string,
  root: string | undefined,
  since: string,
  summary: string,
  more: Partial<Command> = {},
): Command {
  return { number, name, request: root, response: root, since, summary, ...more };
}

/**
 * All commands that have a code, in the order of their codes [MS-ASHTTP] 2.2.1.1.1.1.2; codes 5 to 8 are of
 * the oldest versions.
 */
export const commands: readonly Command[] = [
  command(
    0,
    "Sync",
    "AirSync:Sync",
    "2.5",
    "Brings the items of one or more folders into step on client and server.",
  ),
  command(1, "SendMail", "ComposeMail:SendMail", "2.5", "Hands the server a complete message to send.", {
    wbxmlSince: "14.0",
  }),
  command(
    2,
    "SmartForward",
    "ComposeMail:SmartForward",
    "2.5",
    "Forwards a message that the server has, so that the client need not download it.",
    {
      wbxmlSince: "14.0",
    },
  ),
  command(
    3,
    "SmartReply",
    "ComposeMail:SmartReply",
    "2.5",
    "Replies to a message that the server has and lets the server quote it.",
    {
      wbxmlSince: "14.0",
    },
  ),
  command(
    4,
    "GetAttachment",
    undefined,
    "2.5",
    "Fetches one attachment as it is; ItemOperations took its place in 14.0.",
    {
      until: "12.1",
    },
  ),
  command(
    5,
    "GetHierarchy",
    undefined,
    "2.5",
    "Lists the mail folders without synchronising them; FolderSync took its place in 14.0.",
    {
      response: "FolderHierarchy:Folders",
      until: "12.1",
    },
  ),
  command(
    6,
    "CreateCollection",
    undefined,
    "2.5",
    "Makes a folder; a leftover of the first versions, FolderCreate took its place.",
    {
      until: "12.1",
    },
  ),
  command(
    7,
    "DeleteCollection",
    undefined,
    "2.5",
    "Removes a folder; a leftover of the first versions, FolderDelete took its place.",
    {
      until: "12.1",
    },
  ),
  command(
    8,
    "MoveCollection",
    undefined,
    "2.5",
    "Moves a folder; a leftover of the first versions, FolderUpdate took its place.",
    {
      until: "12.1",
    },
  ),
  command(
    9,
    "FolderSync",
    "FolderHierarchy:FolderSync",
    "2.5",
    "Brings the tree of folders into step, but not what is in them.",
  ),
  command(
    10,
    "FolderCreate",
    "FolderHierarchy:FolderCreate",
    "2.5",
    "Makes a folder for mail, appointments, contacts or another class.",
  ),
  command(11, "FolderDelete", "FolderHierarchy:FolderDelete", "2.5", "Removes a folder and what is in it."),
  command(
    12,
    "FolderUpdate",
    "FolderHierarchy:FolderUpdate",
    "2.5",
    "Renames a folder or moves it under another parent.",
  ),
  command(13, "MoveItems", "Move:MoveItems", "2.5", "Moves items from one folder to another."),
  command(
    14,
    "GetItemEstimate",
    "GetItemEstimate:GetItemEstimate",
    "2.5",
    "Asks how many changes a Sync of the folder would bring.",
  ),
  command(
    15,
    "MeetingResponse",
    "MeetingResponse:MeetingResponse",
    "2.5",
    "Accepts, tentatively accepts or declines a meeting request.",
  ),
  command(
    16,
    "Search",
    "Search:Search",
    "2.5",
    "Looks for people in the address list, and from 12.0 for mail and documents.",
  ),
  command(
    17,
    "Settings",
    "Settings:Settings",
    "12.0",
    "Reads and writes what holds for the whole account: automatic replies, device facts, user facts.",
  ),
  command(18, "Ping", "Ping:Ping", "2.5", "Waits until one of the named folders changes or the time is up."),
  command(
    19,
    "ItemOperations",
    "ItemOperations:ItemOperations",
    "12.0",
    "Fetches, empties or moves in a batch: bodies, attachments, documents, conversations.",
  ),
  command(
    20,
    "Provision",
    "Provision:Provision",
    "2.5",
    "Fetches the security policy, acknowledges it, and carries the remote wipe.",
  ),
  command(
    21,
    "ResolveRecipients",
    "ResolveRecipients:ResolveRecipients",
    "2.5",
    "Resolves names to people, with certificates, free/busy times or pictures where asked for.",
  ),
  command(
    22,
    "ValidateCert",
    "ValidateCert:ValidateCert",
    "2.5",
    "Has the server check a certificate that came with signed mail.",
  ),
  command(23, "Find", "Find:Find", "16.1", "Looks for items or people with a keyword query."),
];

const byNumber = new Map(commands.map((entry) => [entry.number, entry]));
const byName = new Map(commands.map((entry) => [entry.name.toLowerCase(), entry]));

/** The command with this code; `undefined` where none has it. */
export function commandByNumber(number: number): Command | undefined {
  return byNumber.get(number);
}

/**
 * The command with this name, in any case; `undefined` where none has it (Autodiscover has a URL of its own
 * and no code).
 */
export function commandByName(name: string): Command | undefined {
  return byName.get(name.toLowerCase());
}
