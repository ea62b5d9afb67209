import { hasEasVersionAndCharset } from "../../wbxml/header";
import type { Capture, Contents, Format, FormatOptions, Input, Recognition } from "../format";
import { inputText } from "../inputText";
import { pauses, runPaced } from "../pace";
import { toCapture, toCaptures } from "./capture";
import { readDumpedBody } from "./dumpedBody";
import { isBareQuery, isLogLine, readLogLines } from "./logLines";
import type { HttpMessage } from "./message";
import { splitMultipart } from "./multipart";
import { parseMessages } from "./parse";
import { isCurlOutput, onlyProblem, parsePasted, readHead, removeCurlPrefixes, trimRange } from "./pasted";
import { moveToText } from "./places";

const START_LINE = /^(?:[A-Z][A-Z_-]{1,19} \S+ HTTP\/\d(?:\.\d)?|HTTP\/\d(?:\.\d)? \d{3}\b.*)\r?$/m;

function recogniseHttp(input: Input): Recognition | undefined {
  const head = readHead(input).replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, "");
  const line = START_LINE.exec(head);
  if (line) {
    const first = head.slice(0, line.index).replace(/[-=\s]/g, "") === "";
    return {
      confidence: first ? 0.97 : 0.6,
      why: `the line "${line[0].trim().slice(0, 60)}" starts an HTTP message`,
    };
  }
  return isCurlOutput(head)
    ? { confidence: 0.8, why: 'lines begin with "> " and "< ", like the output of curl -v' }
    : undefined;
}

async function readHttp(input: Input, options: FormatOptions): Promise<Contents> {
  const { text, bytes, name } = input;
  const named = name === undefined ? {} : { name };
  if (bytes !== undefined && !isCurl(text)) {
    const { messages, problems } = parseMessages(bytes);
    const captures = await toCaptures(
      messages,
      ({ range }) => ({ ...named, ...(range && { bytes: range }) }),
      options,
    );
    return {
      captures: await readDumpedBodies(captures, options),
      problems: [...problems, ...nothingFound(captures.length)],
    };
  }
  return readPasted(inputText(input), named, options);
}

const isCurl = (text: string | undefined): boolean =>
  text !== undefined && !START_LINE.test(text.slice(0, 8192)) && isCurlOutput(text);

/** The captures, with any dumps in place of their bodies read. */
async function readDumpedBodies(captures: readonly Capture[], options: FormatOptions): Promise<Capture[]> {
  const pause = pauses(options);
  const out: Capture[] = [];
  for (const capture of captures) {
    await pause(out.length / captures.length, capture.label);
    out.push(await readDumpedBody(capture, options));
  }
  return out;
}

async function readPasted(
  text: string,
  named: { readonly name?: string },
  options: FormatOptions,
): Promise<Contents> {
  const curl = isCurl(text) ? removeCurlPrefixes(text) : undefined;
  const pasted = parsePasted(curl?.text ?? text);
  const offset = (byte: number): number => {
    const at = pasted.textOffset(byte);
    return curl === undefined ? at : curl.originalOffset(at);
  };
  const toOrigin = ({ range }: HttpMessage) => ({
    ...named,
    text: range ? { from: offset(range.start), to: offset(range.end) } : { from: 0, to: text.length },
  });
  const captures = await toCaptures(pasted.messages, toOrigin, options);
  const placed = captures.map((capture) => ({ ...capture, problems: moveToText(capture.problems, offset) }));
  const problems = [...moveToText(pasted.problems, offset), ...nothingFound(captures.length)];
  return { captures: await readDumpedBodies(placed, options), problems };
}

function nothingFound(count: number): Contents["problems"] {
  return count > 0
    ? []
    : onlyProblem(
        "no-http-message",
        'No line starts an HTTP message. Expected "POST /… HTTP/1.1" or "HTTP/1.1 200 OK".',
      ).problems;
}

const http: Format = { id: "http", title: "HTTP message", recognise: recogniseHttp, read: readHttp };

function recogniseLog(input: Input): Recognition | undefined {
  const text = inputText(input);
  if (text === "") return undefined;
  const { from, to } = trimRange(text);
  if (to - from < 4096 && isBareQuery(text.slice(from, to)))
    return { confidence: 0.95, why: "it is only the query of an ActiveSync request" };
  const line = text
    .slice(from, from + 65536)
    .split("\n")
    .find(isLogLine);
  if (line === undefined || START_LINE.test(text.slice(0, 8192))) return undefined;
  const alone = line.trim().length === to - from;
  return {
    confidence: alone || /^#(?:Software|Fields)/.test(text) ? 0.9 : 0.35,
    why: "lines contain the URL /Microsoft-Server-ActiveSync",
  };
}

const log: Format = {
  id: "eas-url",
  title: "ActiveSync URL or web server log lines",
  recognise: recogniseLog,
  read: (input, options) => runPaced(readLogLines(inputText(input)), options, "lines"),
};

function recogniseMultipart({ bytes }: Input): Recognition | undefined {
  if (bytes === undefined || bytes.length < 16 || bytes[2] !== 0 || bytes[3] !== 0) return undefined;
  const { parts, ranges, problems } = splitMultipart(bytes);
  const first = parts[0];
  if (problems.length > 0 || first === undefined || !hasEasVersionAndCharset(first)) return undefined;
  const fills = ranges.some(({ end }) => end === bytes.length);
  return {
    confidence: fills ? 0.97 : 0.7,
    why: `it starts with a table of ${parts.length} parts, and part 0 is WBXML`,
  };
}

async function readMultipart({ bytes, name }: Input): Promise<Contents> {
  const body = bytes ?? new Uint8Array();
  const headers = [["Content-Type", "application/vnd.ms-sync.multipart"]] as const;
  const origin = { ...(name !== undefined && { name }), bytes: { start: 0, end: body.length } };
  const { http: _, ...capture } = await toCapture(
    { direction: "response", headers, body, problems: [] },
    { origin },
  );
  return { captures: [{ ...capture, label: name ?? "multipart response" }], problems: [] };
}

const multipart: Format = {
  id: "eas-multipart",
  title: "multipart response body",
  recognise: recogniseMultipart,
  read: readMultipart,
};

/**
 * Whole HTTP messages, ActiveSync URLs on their own and in logs, and bodies of multipart responses on their
 * own.
 */
export const httpFormats: readonly Format[] = [http, log, multipart];
