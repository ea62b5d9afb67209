import type { ByteRange } from "../../bytes/range";
import type { Direction } from "../../eas/direction";
import type { InputProblem } from "../format";

/** Header fields in order, with the original case of their names. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** One HTTP message [RFC 9112] with its transfer coding removed; the content coding still applies. */
export interface HttpMessage {
  readonly direction: Direction;
  readonly method?: string;
  /** The request target as written: a path or a whole URL. */
  readonly target?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** Whether the tool that wrote the file has removed the content coding, regardless of the headers. */
  readonly decoded?: boolean;
  /** Where the whole message is in the bytes it was read from. */
  readonly range?: ByteRange;
  readonly problems: readonly InputProblem[];
}

/** The value of the first header with this name (case-insensitive); `undefined` if there is none. */
export function header(headers: Headers, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.length === name.length && key.toLowerCase() === wanted)?.[1];
}

/** The media type without parameters, in lower case; `undefined` if there is no Content-Type. */
export function mediaType(headers: Headers): string | undefined {
  const value = header(headers, "Content-Type");
  const type = value?.split(";")[0]?.trim().toLowerCase();
  return type === "" ? undefined : type;
}

/** The facts of a start line; `undefined` if a line is neither a request line nor a status line. */
export function readStartLine(
  line: string,
): Pick<HttpMessage, "direction" | "method" | "target" | "status" | "reason"> | undefined {
  // each space has one place in these patterns, so that a long run of them is read once
  const trimmed = line.trimEnd();
  const [, status, reason = ""] = /^HTTP\/\d(?:\.\d)? +(\d{3})(?: (.*))?$/.exec(trimmed) ?? [];
  if (status !== undefined) return { direction: "response", status: Number(status), reason: reason.trim() };
  const [, method, middle = ""] = /^([A-Za-z_-]{2,20}) (.*) HTTP\/\d(?:\.\d)?$/.exec(trimmed) ?? [];
  const target = middle.trim();
  return method === undefined || target === "" ? undefined : { direction: "request", method, target };
}

/**
 * Header fields from the lines after a start line: folded lines are joined; a line without a colon becomes a
 * problem.
 */
export function readHeaderLines(lines: readonly string[]): {
  readonly headers: Headers;
  readonly problems: readonly InputProblem[];
} {
  const headers: [string, string][] = [];
  const problems: InputProblem[] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    const colon = line.indexOf(":", 1);
    if (/^[ \t]/.test(line) && last) last[1] = `${last[1]} ${line.trim()}`;
    else if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    else if (line.trim() !== "")
      problems.push({
        code: "bad-header",
        severity: "warning",
        message: `"${line.slice(0, 80)}" is not a header: it has no colon.`,
      });
  }
  return { headers, problems };
}
