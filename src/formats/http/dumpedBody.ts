import type { Capture, InputProblem, ReadOptions } from "../format";
import { kindOfBody } from "./body";
import { header } from "./message";
import { unplaced } from "./places";

/** Whether the body is text where the headers announce WBXML: somebody pasted a dump of it below the head. */
function mayBeDump({ payload, contentType, problems }: Capture): boolean {
  return (
    contentType === "text/plain" &&
    payload.length > 0 &&
    problems.some(({ code }) => code === "body-not-wbxml")
  );
}

/**
 * Problems of the body as text no longer hold for the body that it stands for; its own length is compared
 * instead.
 */
function problemsOfDump(capture: Capture, payload: Uint8Array, title: string): readonly InputProblem[] {
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
    message: `The body was read from the text in its place: ${title}.`,
  };
  if (announced === undefined || Number(announced) === payload.length) return [...kept, read];
  const message =
    `Content-Length says ${announced}, the text in place of the body stands for ` +
    `${payload.length} bytes.`;
  return [...kept, read, { code: "content-length-mismatch", severity: "warning", message }];
}

/**
 * A pasted message whose body is a dump (hexadecimal, base64 …) of WBXML gets the bytes that the dump stands
 * for; any other message is given back as it is.
 */
export async function withDumpedBody(capture: Capture, options: ReadOptions): Promise<Capture> {
  if (!mayBeDump(capture)) return capture;
  const { readInput } = await import("../read"); // at run time only: that module knows this one
  const reading = await readInput(new TextDecoder().decode(capture.payload).trim(), undefined, options);
  const [only] = reading.captures;
  if (only === undefined || reading.captures.length > 1 || kindOfBody(only.payload, "") !== "wbxml")
    return capture;
  const contentType =
    header(capture.http?.headers ?? [], "Content-Type")
      ?.split(";")[0]
      ?.trim()
      .toLowerCase() ?? "application/vnd.ms-sync.wbxml";
  const problems = [...problemsOfDump(capture, only.payload, reading.title), ...only.problems.map(unplaced)];
  return {
    ...capture,
    label: capture.label.replace(/ \(text\)$/, ""),
    payload: only.payload,
    contentType,
    problems,
  };
}
