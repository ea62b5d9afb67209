import { decodeLatin1 } from "../../bytes/latin1";
import type { Contents, Format, Input, InputProblem, ReadOptions } from "../format";
import type { HttpMessage } from "../http/message";
import { parseMessages } from "../http/parse";
import { onlyProblem, readHead } from "../http/pasted";
import { dropPlace } from "../http/places";
import { pauses, scaleProgress } from "../pace";
import { readTime } from "../time";
import { base64ToBytes, textToBytes } from "./bodyText";
import { type Session, sessionsToCaptures, wholeSession } from "./sessions";

/** The file with one UTF-16 unit for each byte, so that unescaped content keeps its bytes. */
function toLatin1({ bytes, text = "" }: Input): string {
  return decodeLatin1(bytes ?? new TextEncoder().encode(text));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function undoEntities(xml: string): string {
  return xml.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|amp|quot|apos));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      return String.fromCharCode(decimal === undefined ? Number.parseInt(hex ?? "0", 16) : Number(decimal));
    },
  );
}

interface Element {
  readonly base64: boolean;
  readonly content: string;
}

/** The content of the first element with this name in an item: CDATA literally, other text unescaped. */
function element(item: string, name: string): Element | undefined {
  const open = new RegExp(`<${name}(?:\\s[^<>]*)?>`).exec(item);
  if (open === null) return undefined;
  const from = open.index + open[0].length;
  const cdata = /^\s*<!\[CDATA\[/.exec(item.slice(from, from + 64));
  const closing = cdata ? new RegExp(`\\]\\]>\\s*</${name}>`, "g") : new RegExp(`</${name}>`, "g");
  closing.lastIndex = from;
  const end = closing.exec(item)?.index ?? item.length;
  const content = cdata ? item.slice(from + cdata[0].length, end) : undoEntities(item.slice(from, end));
  return { base64: /\bbase64\s*=\s*["']true["']/i.test(open[0]), content };
}

function toMessage(found: Element | undefined, requestMethod: string | undefined): HttpMessage | undefined {
  if (found === undefined || found.content === "") return undefined;
  const { bytes, problems } = found.base64
    ? base64ToBytes(found.content)
    : { bytes: textToBytes(found.content, found.content.length), problems: [] };
  const parsed = parseMessages(bytes, [requestMethod]);
  const message =
    parsed.messages.findLast(({ status }) => status === undefined || status >= 200) ?? parsed.messages[0];
  const raw: InputProblem[] = found.base64 ? [] : [{ code: "raw-in-xml", severity: "info", message: RAW }];
  // their places refer to the decoded message
  const placed = [...parsed.problems, ...(message?.problems ?? [])].map(dropPlace);
  return message && { ...message, problems: [...problems, ...placed, ...raw] };
}

const RAW =
  "The message is not base64-encoded in the file, so bytes that XML can't contain may have been changed. " +
  'Save it again with "Base64-encode" selected.';

function toSession(item: string, index: number, name: string | undefined): Session {
  const request = toMessage(element(item, "request"), undefined);
  const method = request?.method ?? element(item, "method")?.content;
  const response = toMessage(element(item, "response"), method);
  const host = element(item, "url")?.content;
  const origin = {
    name: `${name === undefined ? "" : `${name}: `}item ${index + 1}${host === undefined ? "" : ` ${host}`}`,
  };
  const started = element(item, "time")?.content;
  const times = started === undefined ? {} : { request: readTime(started) };
  return wholeSession(String(index + 1), request, response, origin, times);
}

/**
 * Items by their tags; an item without an end extends to the end of the file. A start tag inside CDATA does
 * not count.
 */
function* findItems(
  source: string,
): Generator<{ readonly item: string; readonly whole: boolean; readonly from: number }> {
  const opening = /<item(?:\s[^<>]*)?>/g;
  const closing = /<\/item>(?=\s*(?:<item[\s>]|<\/items>|$))/g;
  for (let start = opening.exec(source); start !== null; start = opening.exec(source)) {
    const from = start.index;
    closing.lastIndex = from;
    const end = closing.exec(source);
    yield { item: source.slice(from, end?.index ?? source.length), whole: end !== null, from };
    if (end === null) return;
    opening.lastIndex = end.index;
  }
}

async function read(input: Input, options: ReadOptions): Promise<Contents> {
  const sessions: Session[] = [];
  const problems: InputProblem[] = [];
  const pause = pauses(options);
  const source = toLatin1(input);
  for (const { item, whole, from } of findItems(source)) {
    await pause(from / source.length / 2, `item ${sessions.length + 1}`);
    sessions.push(toSession(item, sessions.length, input.name));
    if (!whole)
      problems.push({
        code: "cut-item",
        severity: "error",
        message: `Item ${sessions.length} has no end, so the file was cut off.`,
      });
  }
  if (sessions.length === 0)
    return onlyProblem("no-items", "The file has no <item> elements, so it contains nothing saved by Burp.");
  const contents = await sessionsToCaptures(sessions, scaleProgress(options, 0.5, 1));
  return { ...contents, problems: [...problems, ...contents.problems] };
}

function recognise(input: Input): { readonly confidence: number; readonly why: string } | undefined {
  const head = readHead(input, 4096);
  if (/<items\s[^<>]*burpVersion=/.test(head))
    return { confidence: 0.98, why: "its root is <items burpVersion=…>" };
  return /^\s*(?:<\?xml[^>]*>\s*)?<item>[\s\S]*<request\b/.test(head)
    ? { confidence: 0.8, why: "it contains <item> with <request>" }
    : undefined;
}

/** Burp Suite's "Save items": XML with a DTD, with messages in base64 or plain. */
export const burp: Format = { id: "burp", title: "Burp Suite items", recognise, read };
