import { hasWholeText } from "../../document/size";
import { formatCurlCommand, formatFiddlerRequest } from "../../share/commandLines";
import type { FileForm, TextForm } from "../../share/forms";
import {
  buildHttpMessage,
  formatHead,
  type HttpMessage,
  type HttpOptions,
  type MessageFacts,
} from "../../share/httpMessage";
import type { Editing } from "../../store/editing";
import type { OpenCapture } from "../../store/inspector";
import { nameShownFile, readContext, readTitle } from "../context/easFacts";
import { toXmlForm } from "./writeOut";

/** What is exported: the payload that is shown, with what is known about it. */
export interface ExportSubject {
  readonly editing: Editing;
  readonly open: OpenCapture | undefined;
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
  /** The extension of its file. */
  readonly extension: string;
  /** What is copied, and whose start is the preview. */
  readonly text: (what: ExportSubject, choices: HttpOptions) => TextForm;
  /** What is saved, if it is something else. */
  readonly file?: (what: ExportSubject, choices: HttpOptions) => FileForm;
}

/** The name under which the payload is saved. */
const payloadName = (): string => `${nameShownFile()}.wbxml`;

/** The values that are neither captured nor filled in, by the names of the fields; and "credentials". */
export function listBlanks(what: ExportSubject, choices: HttpOptions): readonly string[] {
  return buildMessage(what, choices).placeholders;
}

/** What is known about a message, besides its body. */
export function readFacts(open: OpenCapture | undefined): Omit<MessageFacts, "body"> {
  const { command, direction, version } = readContext(open);
  const { http, host, user, deviceId, deviceType } = open?.capture ?? {};
  return {
    direction,
    people: { host, user, deviceId, deviceType },
    ...(command !== undefined && { command }),
    ...(version !== undefined && { version }),
    ...(http && { http }),
  };
}

function buildMessage({ editing, open }: ExportSubject, choices: HttpOptions): HttpMessage {
  return buildHttpMessage({ ...readFacts(open), body: editing.document.bytes }, choices);
}

/** A form whose text is short, whatever the size of the payload. */
function shortForm(
  facts: Omit<ExportForm, "text">,
  write: (what: ExportSubject, choices: HttpOptions) => string,
): ExportForm {
  return { ...facts, text: (what, choices) => ({ kind: "text", text: write(what, choices) }) };
}

const REQUEST = { isHttp: true, isRequest: true } as const;
const PLAIN = { isHttp: false, isRequest: false } as const;

/** All forms in which the payload can be exported as a file. */
export const exportForms: readonly ExportForm[] = [
  {
    id: "curl",
    title: "curl",
    use: "A POSIX shell command that includes the body.",
    extension: "sh",
    ...REQUEST,
    text: ({ open }, options) => ({ kind: "curl", facts: readFacts(open), options }),
  },
  shortForm(
    {
      id: "curl-file",
      title: "curl with a file",
      use: "The same command, with the body read from the saved payload.",
      extension: "sh",
      ...REQUEST,
    },
    (what, choices) => formatCurlCommand(buildMessage(what, choices), payloadName()),
  ),
  {
    id: "powershell",
    title: "PowerShell",
    use: "For Windows PowerShell 5.1 and PowerShell 7; includes the body.",
    extension: "ps1",
    ...REQUEST,
    text: ({ open }, options) => ({ kind: "powershell", facts: readFacts(open), options }),
  },
  shortForm(
    {
      id: "fiddler",
      title: "Fiddler Composer",
      use: "For the Raw tab of the Composer. Save the payload and enter its path in the last line.",
      extension: "txt",
      ...REQUEST,
    },
    (what, choices) => formatFiddlerRequest(buildMessage(what, choices), payloadName()),
  ),
  shortForm(
    {
      id: "http",
      title: "Raw HTTP",
      use: "The message as sent. Opens in Burp Repeater (Paste from file) and in this page.",
      extension: "http",
      isHttp: true,
      isRequest: false,
      file: ({ open }, options) => ({ kind: "http", facts: readFacts(open), options }),
    },
    (what, choices) => {
      const message = buildMessage(what, choices);
      return `${formatHead(message).replaceAll("\r\n", "\n")}(${message.body.length} bytes of WBXML)`;
    },
  ),
  {
    id: "json",
    title: "JSON with offsets",
    use: "Every node with its name, value and byte offsets, one per line.",
    extension: "json",
    ...PLAIN,
    text: () => ({ kind: "json" }),
  },
  {
    id: "xml",
    title: "XML",
    use: "The text in the XML pane.",
    extension: "xml",
    ...PLAIN,
    text: ({ editing }) => toXmlForm(editing),
  },
  shortForm(
    {
      id: "vector",
      title: "Test vector",
      use: "A zip with the payload, its XML and a description, for testing a codec.",
      extension: "zip",
      ...PLAIN,
      file: (what) => ({
        kind: "vector",
        description: vectorFacts(what),
        ...(hasWholeText(what.editing.document) && { xml: what.editing.document.xml }),
      }),
    },
    vectorFacts,
  ),
];

/** Finds a form by its id. */
export function findExportForm(id: string): ExportForm | undefined {
  return exportForms.find((form) => form.id === id);
}

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
