import { utf8 } from "../../bytes/text";
import { writeZip } from "../../formats/write/zip";
import type { ChosenContext } from "../../session/messageContext";
import { curlCommand, fiddlerComposer, powerShellCommand } from "../../share/commandLines";
import { documentJson } from "../../share/documentJson";
import { type HttpChoices, type HttpMessage, headText, httpMessage, rawHttp } from "../../share/httpMessage";
import type { Editing } from "../../store/editing";
import type { OpenCapture } from "../../store/inspector";
import { readContext } from "../judge/judge";

/** What is exported: the payload that is shown, with what is known of it. */
export interface Exported {
  readonly editing: Editing;
  readonly open: OpenCapture | undefined;
  readonly chosen: ChosenContext;
}

/** A file to be saved. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A way to take a payload away. */
export interface ExportForm {
  readonly id: string;
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly use: string;
  readonly isHttp: boolean;
  /** Whether it is for requests alone. */
  readonly isRequest: boolean;
  /** What is shown of it, and copied where the file is text. */
  readonly preview: (what: Exported, choices: HttpChoices) => string;
  readonly file: (what: Exported, choices: HttpChoices) => Promise<ExportedFile>;
}

const encoder = new TextEncoder();
const PAYLOAD = "payload.wbxml";

/** What of the message nobody told, so that it has to be filled in, in words. */
export function toFillIn(what: Exported, choices: HttpChoices): string {
  const words: Readonly<Record<string, string>> = { deviceId: "device ID", deviceType: "device type" };
  return messageOf(what, choices)
    .placeholders.map((name) => words[name] ?? name)
    .join(", ");
}

function messageOf({ editing, open, chosen }: Exported, choices: HttpChoices): HttpMessage {
  const { command, direction, version } = readContext(open, chosen);
  const http = open?.capture?.http;
  return httpMessage(
    {
      direction,
      body: editing.document.bytes,
      ...(command !== undefined && { command }),
      ...(version !== undefined && { version }),
      ...(http && { http }),
    },
    choices,
  );
}

function textForm(
  facts: Omit<ExportForm, "preview" | "file">,
  name: string,
  write: ExportForm["preview"],
): ExportForm {
  return {
    ...facts,
    preview: write,
    file: (what, choices) => Promise.resolve({ name, bytes: encoder.encode(write(what, choices)) }),
  };
}

const REQUEST = { isHttp: true, isRequest: true } as const;
const PLAIN = { isHttp: false, isRequest: false } as const;

/** All ways to take a payload away as a file. */
export const exportForms: readonly ExportForm[] = [
  textForm(
    { id: "curl", title: "curl", use: "A command for a POSIX shell, with the body in it.", ...REQUEST },
    "request.sh",
    (what, choices) => curlCommand(messageOf(what, choices)),
  ),
  textForm(
    {
      id: "curl-file",
      title: "curl with a file",
      use: "The same, with the body from payload.wbxml.",
      ...REQUEST,
    },
    "request.sh",
    (what, choices) => curlCommand(messageOf(what, choices), PAYLOAD),
  ),
  textForm(
    {
      id: "powershell",
      title: "PowerShell",
      use: "For Windows PowerShell 5.1 and PowerShell 7, with the body in it.",
      ...REQUEST,
    },
    "request.ps1",
    (what, choices) => powerShellCommand(messageOf(what, choices)),
  ),
  textForm(
    {
      id: "fiddler",
      title: "Fiddler Composer",
      use: "For the Raw tab of the Composer; save the payload and put its path into the last line.",
      ...REQUEST,
    },
    "request.txt",
    (what, choices) => fiddlerComposer(messageOf(what, choices), PAYLOAD),
  ),
  {
    id: "http",
    title: "Raw HTTP",
    use: "The message as it goes over the wire. Burp Repeater: Paste from file. The page opens it too.",
    isHttp: true,
    isRequest: false,
    preview: (what, choices) => {
      const message = messageOf(what, choices);
      return `${headText(message).replaceAll("\r\n", "\n")}(${message.body.length} bytes of WBXML)`;
    },
    file: (what, choices) =>
      Promise.resolve({ name: "message.http", bytes: rawHttp(messageOf(what, choices)) }),
  },
  textForm(
    {
      id: "json",
      title: "JSON with offsets",
      use: "Every node with its name, value and place in the bytes, one a line.",
      ...PLAIN,
    },
    "payload.json",
    ({ editing }) => documentJson(editing.document),
  ),
  textForm(
    { id: "xml", title: "XML", use: "The text of the XML pane.", ...PLAIN },
    "payload.xml",
    ({ editing }) => editing.text(),
  ),
  {
    id: "vector",
    title: "Test vector",
    use: "A zip of the payload, its XML, and what they are: for the tests of a codec.",
    ...PLAIN,
    preview: (what) => vectorFacts(what),
    file: vectorFile,
  },
];

function vectorFacts({ editing, open, chosen }: Exported): string {
  const { command, direction, version } = readContext(open, chosen);
  const facts = {
    name: open?.label ?? "payload",
    command,
    direction,
    version,
    bytes: editing.document.bytes.length,
  };
  return `${JSON.stringify({ ...facts, wbxml: "vector.wbxml", xml: "vector.xml" }, null, 2)}\n`;
}

async function vectorFile(what: Exported): Promise<ExportedFile> {
  const { bytes, xml } = what.editing.document;
  const zip = await writeZip([
    { name: "vector.wbxml", bytes },
    { name: "vector.xml", bytes: utf8.encode(xml) ?? encoder.encode(xml) },
    { name: "vector.json", bytes: encoder.encode(vectorFacts(what)) },
  ]);
  return { name: "vector.zip", bytes: zip };
}
