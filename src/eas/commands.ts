/** An ActiveSync command: its code in the base64-encoded query, its root elements and its purpose. */
export interface Command {
  /** Command code, 0 to 23 [MS-ASHTTP] 2.2.1.1.1.1.2. */
  readonly number: number;
  /** The value of `Cmd=` in a plain text query. */
  readonly name: string;
  /** Root element of the request body, "Namespace:Element"; `undefined` if the body is never WBXML. */
  readonly request: string | undefined;
  /** Root element of the response body, "Namespace:Element"; `undefined` if the body is never WBXML. */
  readonly response: string | undefined;
  /** The first protocol version from 2.5 to 16.1 that supports the command. */
  readonly since: string;
  /** The last protocol version that supports it, if that is not the latest. */
  readonly until?: string;
  /** The first protocol version whose body is WBXML, if earlier ones send something else (a MIME message). */
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
 * All commands that have a code, ordered by code [MS-ASHTTP] 2.2.1.1.1.1.2. Codes 5 to 8 belong to the oldest
 * protocol versions.
 */
export const commands: readonly Command[] = [
  command(
    0,
    "Sync",
    "AirSync:Sync",
    "2.5",
    "Synchronizes the items in one or more folders between client and server.",
  ),
  command(1, "SendMail", "ComposeMail:SendMail", "2.5", "Sends a complete message.", {
    wbxmlSince: "14.0",
  }),
  command(
    2,
    "SmartForward",
    "ComposeMail:SmartForward",
    "2.5",
    "Forwards a message on the server, so that the client does not have to download it.",
    {
      wbxmlSince: "14.0",
    },
  ),
  command(
    3,
    "SmartReply",
    "ComposeMail:SmartReply",
    "2.5",
    "Replies to a message on the server, which quotes the original.",
    {
      wbxmlSince: "14.0",
    },
  ),
  command(
    4,
    "GetAttachment",
    undefined,
    "2.5",
    "Fetches a single attachment; replaced by ItemOperations in 14.0.",
    {
      until: "12.1",
    },
  ),
  command(
    5,
    "GetHierarchy",
    undefined,
    "2.5",
    "Lists the mail folders without synchronizing them; replaced by FolderSync in 14.0.",
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
    "Creates a folder; a remnant of the first versions, replaced by FolderCreate.",
    {
      until: "12.1",
    },
  ),
  command(
    7,
    "DeleteCollection",
    undefined,
    "2.5",
    "Deletes a folder; a remnant of the first versions, replaced by FolderDelete.",
    {
      until: "12.1",
    },
  ),
  command(
    8,
    "MoveCollection",
    undefined,
    "2.5",
    "Moves a folder; a remnant of the first versions, replaced by FolderUpdate.",
    {
      until: "12.1",
    },
  ),
  command(
    9,
    "FolderSync",
    "FolderHierarchy:FolderSync",
    "2.5",
    "Synchronizes the folder hierarchy, but not the items in the folders.",
  ),
  command(
    10,
    "FolderCreate",
    "FolderHierarchy:FolderCreate",
    "2.5",
    "Creates a folder for mail, appointments, contacts or another class.",
  ),
  command(11, "FolderDelete", "FolderHierarchy:FolderDelete", "2.5", "Deletes a folder and its content."),
  command(
    12,
    "FolderUpdate",
    "FolderHierarchy:FolderUpdate",
    "2.5",
    "Renames a folder or moves it to another parent.",
  ),
  command(13, "MoveItems", "Move:MoveItems", "2.5", "Moves items from one folder to another."),
  command(
    14,
    "GetItemEstimate",
    "GetItemEstimate:GetItemEstimate",
    "2.5",
    "Asks how many changes a Sync of the folder would return.",
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
    "Searches the address list for people and, from 12.0 on, for mail and documents.",
  ),
  command(
    17,
    "Settings",
    "Settings:Settings",
    "12.0",
    "Gets and sets account-wide data: automatic replies, device information and user information.",
  ),
  command(
    18,
    "Ping",
    "Ping:Ping",
    "2.5",
    "Waits until one of the named folders changes or the interval ends.",
  ),
  command(
    19,
    "ItemOperations",
    "ItemOperations:ItemOperations",
    "12.0",
    "Fetches items, attachments and documents, empties folders and moves conversations, in batches.",
  ),
  command(
    20,
    "Provision",
    "Provision:Provision",
    "2.5",
    "Fetches and acknowledges the security policy, and delivers remote wipes.",
  ),
  command(
    21,
    "ResolveRecipients",
    "ResolveRecipients:ResolveRecipients",
    "2.5",
    "Resolves names to people, with certificates, free/busy times or pictures if requested.",
  ),
  command(
    22,
    "ValidateCert",
    "ValidateCert:ValidateCert",
    "2.5",
    "Asks the server to check a certificate from signed mail.",
  ),
  command(23, "Find", "Find:Find", "16.1", "Searches for items or people with a keyword query."),
];

const byNumber = new Map(commands.map((entry) => [entry.number, entry]));
const byName = new Map(commands.map((entry) => [entry.name.toLowerCase(), entry]));

/** The command with this code; `undefined` if there is none. */
export function findCommandByNumber(number: number): Command | undefined {
  return byNumber.get(number);
}

/**
 * The command with this name, in any case; `undefined` if there is none (Autodiscover has its own URL and no
 * code).
 */
export function findCommandByName(name: string | undefined): Command | undefined {
  return name === undefined ? undefined : byName.get(name.toLowerCase());
}
