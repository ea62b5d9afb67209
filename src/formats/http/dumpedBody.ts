import type { Capture, FormatOptions, InputProblem } from "../format";
import { classifyBody } from "./body";
import { header } from "./message";
import { dropPlace } from "./places";

/** Whether the body is text although the headers declare WBXML: it can be a dump pasted below the head. */
function mayBeDump({ payload, contentType, problems }: Capture): boolean {
  return (
    contentType === "text/plain" &&
    payload.length > 0 &&
    problems.some(({ code }) => code === "body-not-wbxml")
  );
}

/**
 * The problems of the message with its dump read: the problems of the body as text are dropped, and
 * Content-Length is compared with the bytes.
 */
function dumpProblems(capture: Capture, payload: Uint8Array, title: string): readonly InputProblem[] {
  const kept = capture.problems.filter(
    ({ code }) =>
      code !== "body-not-wbxml" && code !== "content-length-mismatch" && code !== "no-content-length",
  );
  const announced = /^\d{1,15}$/.exec(
    header(capture.http?.headers ?? [], "Content-Length")?.trim() ?? "",
  )?.[0];
  const read: InputProblem = {
    code: "body-as-text",
    severity: "info",
    message: `The body was read from the text that replaces it: ${title}.`,
  };
  if (announced === undefined || Number(announced) === payload.length) return [...kept, read];
  const message = `Content-Length is ${announced}, but the dump of the body has ${payload.length} bytes.`;
  return [...kept, read, { code: "content-length-mismatch", severity: "warning", message }];
}

/**
 * If the body of a pasted message is a dump (hexadecimal, base64 …) of WBXML, replaces it by the bytes of the
 * dump, read with `options.readInput`. Returns any other message unchanged.
 */
export async function readDumpedBody(capture: Capture, options: FormatOptions): Promise<Capture> {
  const { readInput } = options;
  if (readInput === undefined || !mayBeDump(capture)) return capture;
  const reading = await readInput(new TextDecoder().decode(capture.payload).trim(), options);
  const [only] = reading.captures;
  if (only === undefined || reading.captures.length > 1 || classifyBody(only.payload, "") !== "wbxml")
    return capture;
  const contentType =
    header(capture.http?.headers ?? [], "Content-Type")
      ?.split(";")[0]
      ?.trim()
      .toLowerCase() ?? "application/vnd.ms-sync.wbxml";
  const problems = [...dumpProblems(capture, only.payload, reading.title), ...only.problems.map(dropPlace)];
  return {
    ...capture,
    label: capture.label.replace(/ \(text\)$/, ""),
    payload: only.payload,
    contentType,
    problems,
  };
}
