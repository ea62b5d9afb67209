import { utf8 } from "../../bytes/text";
import { writeZip } from "../../formats/write/zip";
import { formatCurlCommand, formatFiddlerRequest, formatPowerShellCommand } from "../../share/commandLines";
import { formatDocumentJson } from "../../share/documentJson";
import {
  buildHttpMessage,
  encodeHttpMessage,
  formatHead,
  type HttpMessage,
  type HttpOptions,
} from "../../share/httpMessage";
import type { Editing } from "../../store/editing";
import type { OpenCapture } from "../../store/inspector";
import { nameShownFile, readContext, readTitle } from "../lint/easFacts";

/** What is exported: the payload that is shown, with what is known about it. */
export interface ExportSubject {
  readonly editing: Editing;
  readonly open: OpenCapture | undefined;
}

/** A file to save. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A form in which the payload can be exported. */
export interface ExportForm {
  readonly id: string;
  readonly title: string;
  /** One sentence on what it is for. */
  readonly use: string;
  readonly isHttp: boolean;
  /** Whether it is only for requests. */
  readonly isRequest: boolean;
  /** The preview, which is also what is copied. */
  readonly preview: (what: ExportSubject, choices: HttpOptions) => string;
  readonly file: (what: ExportSubject, choices: HttpOptions) => Promise<ExportedFile>;
}

const encoder = new TextEncoder();
/** The name under which the payload is saved. */
const payloadName = (): string => `${nameShownFile()}.wbxml`;

/** The values that the message does not contain and the user has to fill in, in words. */
export function listPlaceholders(what: ExportSubject, choices: HttpOptions): string {
  const words: Readonly<Record<string, string>> = { deviceId: "device ID", deviceType: "device type" };
  return buildMessage(what, choices)
    .placeholders.map((name) => words[name] ?? name)
    .join(", ");
}

function buildMessage({ editing, open }: ExportSubject, choices: HttpOptions): HttpMessage {
  const { command, direction, version } = readContext(open);
  const http = open?.capture?.http;
  return buildHttpMessage(
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
  extension: string,
  write: ExportForm["preview"],
): ExportForm {
  return {
    ...facts,
    preview: write,
    file: (what, choices) =>
      Promise.resolve({
        name: `${nameShownFile()}.${extension}`,
        bytes: encoder.encode(write(what, choices)),
      }),
  };
}

const REQUEST = { isHttp: true, isRequest: true } as const;
const PLAIN = { isHttp: false, isRequest: false } as const;

/** All forms in which the payload can be exported as a file. */
export const exportForms: readonly ExportForm[] = [
  textForm(
    { id: "curl", title: "curl", use: "A POSIX shell command that includes the body.", ...REQUEST },
    "sh",
    (what, choices) => formatCurlCommand(buildMessage(what, choices)),
  ),
  textForm(
    {
      id: "curl-file",
      title: "curl with a file",
      use: "The same command, with the body read from the saved payload.",
      ...REQUEST,
    },
    "sh",
    (what, choices) => formatCurlCommand(buildMessage(what, choices), payloadName()),
  ),
  textForm(
    {
      id: "powershell",
      title: "PowerShell",
      use: "For Windows PowerShell 5.1 and PowerShell 7; includes the body.",
      ...REQUEST,
    },
    "ps1",
    (what, choices) => formatPowerShellCommand(buildMessage(what, choices)),
  ),
  textForm(
    {
      id: "fiddler",
      title: "Fiddler Composer",
      use: "For the Raw tab of the Composer. Save the payload and enter its path in the last line.",
      ...REQUEST,
    },
    "txt",
    (what, choices) => formatFiddlerRequest(buildMessage(what, choices), payloadName()),
  ),
  {
    id: "http",
    title: "Raw HTTP",
    use: "The message as sent. Opens in Burp Repeater (Paste from file) and in this page.",
    isHttp: true,
    isRequest: false,
    preview: (what, choices) => {
      const message = buildMessage(what, choices);
      return `${formatHead(message).replaceAll("\r\n", "\n")}(${message.body.length} bytes of WBXML)`;
    },
    file: (what, choices) =>
      Promise.resolve({
        name: `${nameShownFile()}.http`,
        bytes: encodeHttpMessage(buildMessage(what, choices)),
      }),
  },
  textForm(
    {
      id: "json",
      title: "JSON with offsets",
      use: "Every node with its name, value and byte offsets, one per line.",
      ...PLAIN,
    },
    "json",
    ({ editing }) => formatDocumentJson(editing.document),
  ),
  textForm({ id: "xml", title: "XML", use: "The text in the XML pane.", ...PLAIN }, "xml", ({ editing }) =>
    editing.text(),
  ),
  {
    id: "vector",
    title: "Test vector",
    use: "A zip with the payload, its XML and a description, for testing a codec.",
    ...PLAIN,
    preview: (what) => vectorFacts(what),
    file: vectorFile,
  },
];

function vectorFacts({ editing, open }: ExportSubject): string {
  const { command, direction, version } = readContext(open);
  const facts = {
    name: open === undefined ? "payload" : readTitle(open),
    command,
    direction,
    version,
    bytes: editing.document.bytes.length,
  };
  return `${JSON.stringify({ ...facts, wbxml: "vector.wbxml", xml: "vector.xml" }, null, 2)}\n`;
}

async function vectorFile(what: ExportSubject): Promise<ExportedFile> {
  const { bytes, xml } = what.editing.document;
  const zip = await writeZip([
    { name: "vector.wbxml", bytes },
    { name: "vector.xml", bytes: utf8.encode(xml) ?? encoder.encode(xml) },
    { name: "vector.json", bytes: encoder.encode(vectorFacts(what)) },
  ]);
  return { name: `${nameShownFile()}.zip`, bytes: zip };
}
