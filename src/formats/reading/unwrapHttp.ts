import { joinBytes } from "../../bytes/join";
import type { Capture, Contents, Format, FormatOptions, Input, InputProblem } from "../format";
import { likeness } from "../likeness";

/*
 * A dump or "follow" of a TCP stream gives captures that are in turn HTTP messages, often cut where one side
 * stopped sending. Adjacent captures in the same direction are joined before they are read as HTTP, so that a
 * message can continue in the next capture. Each message then gets the place of the capture in which it
 * starts, because its own place is in bytes that are not part of the input.
 */

/** Where each outer capture starts in the joined bytes. */
interface Joint {
  readonly starts: readonly number[];
  readonly captures: readonly Capture[];
}

function findOuter({ starts, captures }: Joint, at: number): Capture | undefined {
  const index = starts.findLastIndex((start) => start <= at);
  return captures[Math.max(0, index)];
}

/**
 * A problem of the inner read with the outer capture's place, because its own byte range has no meaning in
 * the input.
 */
function placeInOuter(problem: InputProblem, outer: Capture | undefined): InputProblem {
  const { code, severity, message } = problem;
  const text = outer?.origin.text;
  return { code, severity, message, ...(text !== undefined && { text }) };
}

function wrapAgain(inner: Capture, joint: Joint): Capture {
  const outer = findOuter(joint, inner.origin.bytes?.start ?? 0);
  const ownProblems = outer?.problems ?? [];
  const problems = [...ownProblems, ...inner.problems.map((problem) => placeInOuter(problem, outer))];
  const startedAt = inner.startedAt ?? outer?.startedAt;
  return {
    ...inner,
    ...(startedAt !== undefined && { startedAt }),
    direction: inner.direction ?? outer?.direction,
    origin: outer?.origin ?? inner.origin,
    problems,
  };
}

async function readInner(
  captures: readonly Capture[],
  httpFormats: readonly Format[],
  options: FormatOptions,
): Promise<Contents | undefined> {
  const starts: number[] = [];
  let length = 0;
  for (const { payload } of captures) {
    starts.push(length);
    length += payload.length;
  }
  const input: Input = {
    name: undefined,
    text: undefined,
    bytes: joinBytes(captures.map(({ payload }) => payload)),
  };
  const format = httpFormats.find((candidate) => (candidate.recognise(input)?.confidence ?? 0) >= 0.9);
  if (format === undefined) return undefined;
  const { captures: inner, problems } = await format.read(input, options);
  if (inner.length === 0) return undefined;
  const joint = { starts, captures };
  return {
    captures: inner.map((capture) => wrapAgain(capture, joint)),
    problems: problems.map((problem) => placeInOuter(problem, captures[0])),
  };
}

/**
 * Splits captures that are HTTP messages, such as those of a dump of a TCP stream, into captures of the
 * messages. Adjacent captures are read together, so that a message can continue in the next one and a
 * response finds its request. All other captures stay unchanged.
 */
export async function unwrapHttp(
  contents: Contents,
  httpFormats: readonly Format[],
  options: FormatOptions,
): Promise<Contents> {
  const out: Capture[] = [];
  const problems = [...contents.problems];
  let run: Capture[] = [];
  let unwrapped = false;
  const flush = async (): Promise<void> => {
    const inner = run.length === 0 ? undefined : await readInner(run, httpFormats, options);
    for (const capture of inner?.captures ?? run) out.push(capture);
    for (const problem of inner?.problems ?? []) problems.push(problem);
    if (inner !== undefined) unwrapped = true;
    run = [];
  };
  for (const capture of contents.captures) {
    const isHttp =
      capture.http === undefined &&
      likeness(capture.payload.subarray(0, 4096), capture.payload.length <= 4096).kind === "http";
    const goesOn =
      run.length > 0 &&
      capture.http === undefined &&
      capture.direction === run.at(-1)?.direction &&
      capture.direction !== undefined;
    if (!isHttp && !goesOn) await flush();
    if (isHttp || goesOn) run.push(capture);
    else out.push(capture);
  }
  await flush();
  if (!unwrapped) return { ...contents, captures: out, problems };
  return {
    captures: out,
    problems,
    detail: [contents.detail ?? "", "containing HTTP"].filter((part) => part !== "").join(", "),
  };
}
