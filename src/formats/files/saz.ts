import { createView } from "../../bytes/integers";
import type { Contents, Format, Input, InputProblem, ReadOptions } from "../format";
import type { HttpMessage } from "../http/message";
import { parseMessages } from "../http/parse";
import { dropPlace } from "../http/places";
import type { Limits } from "../limits";
import { pauses, scaleProgress } from "../pace";
import { readTime, toMilliseconds, type WrittenTime } from "../time";
import { type Archive, looksLikeZip, openArchive } from "./archive";
import { type Session, type SessionTimes, sessionsToCaptures } from "./sessions";

const FILE = /(?:^|\/)raw\/(\d+)_([csm])\.(?:txt|xml)$/i;

/** The session numbers of a Fiddler archive with the paths of their files, sorted by number. */
function sessionFiles(
  names: readonly string[],
): readonly (readonly [number: number, files: ReadonlyMap<string, string>])[] {
  const found = new Map<number, Map<string, string>>();
  for (const name of names) {
    const [match, digits, kind = ""] = FILE.exec(name) ?? [];
    if (match === undefined) continue;
    const number = Number(digits);
    const files = found.get(number) ?? new Map<string, string>();
    files.set(kind.toLowerCase(), name);
    found.set(number, files);
  }
  return [...found].sort(([a], [b]) => a - b);
}

/** Whether an archive contains Fiddler sessions. */
export function isSaz(names: readonly string[]): boolean {
  return names.some((name) => FILE.test(name));
}

function nameFile(name: string, problems: readonly InputProblem[]): InputProblem[] {
  return problems.map((entry) => ({ ...dropPlace(entry), message: `${name}: ${entry.message}` }));
}

/** The last message of a file that is not an interim response: Fiddler writes one message per file. */
async function readMessage(
  archive: Archive,
  name: string | undefined,
  problems: InputProblem[],
  requestMethod?: string,
): Promise<HttpMessage | undefined> {
  const file = name === undefined ? undefined : await archive.read(name);
  if (name === undefined || file === undefined) return undefined;
  const parsed = parseMessages(file.bytes, [requestMethod]);
  for (const problem of [...file.problems, ...nameFile(name, parsed.problems)]) problems.push(problem);
  return (
    parsed.messages.findLast(({ status }) => status === undefined || status >= 200) ?? parsed.messages.at(-1)
  );
}

async function readSession(
  archive: Archive,
  number: number,
  files: ReadonlyMap<string, string>,
  problems: InputProblem[],
): Promise<Session> {
  const sent = files.get("c");
  const received = files.get("s");
  const request = await readMessage(archive, sent, problems);
  const toName = (name: string | undefined) => (name === undefined ? {} : { name });
  const response = () => readMessage(archive, received, problems, request?.method);
  return {
    id: String(number),
    request,
    response,
    times: () => readTimes(archive, files.get("m")),
    requestOrigin: toName(sent),
    responseOrigin: toName(received),
  };
}

const TIMERS = /<SessionTimers\b([^<>]*)>/;

/** The times in raw/N_m.xml. Fiddler writes a time in year 1 for what did not happen. */
async function readTimes(archive: Archive, name: string | undefined): Promise<SessionTimes> {
  const file = name === undefined ? undefined : await archive.read(name);
  const [, timers = ""] = TIMERS.exec(new TextDecoder().decode(file?.bytes)) ?? [];
  const values = new Map(
    Array.from(timers.matchAll(/\b(\w+)\s*=\s*["']([^"']*)["']/g), ([, key, value = ""]) => [key, value]),
  );
  const read = (...keys: readonly string[]): WrittenTime | undefined =>
    keys.flatMap((key) => readTime(values.get(key) ?? "") ?? [])[0];
  const request = read("ClientBeginRequest", "ClientDoneRequest", "ClientConnected");
  const end = read("ClientDoneResponse", "ServerDoneResponse");
  return {
    request,
    response: read("ServerBeginResponse", "ClientBeginResponse"),
    tookMs: request && end && toMilliseconds(end.at - request.at),
  };
}

/**
 * The sessions of an open Fiddler archive: requests first, and only the responses that are needed. Rejects
 * only if the read is cancelled.
 */
export async function readSazArchive(
  archive: Archive,
  options: ReadOptions,
  limits?: Limits,
): Promise<Contents> {
  const problems: InputProblem[] = [...archive.problems];
  const sessions: Session[] = [];
  const files = sessionFiles(archive.names);
  const pause = pauses(options);
  for (const [index, [number, paths]] of files.entries()) {
    await pause(index / files.length / 2, `request ${number}`);
    sessions.push(await readSession(archive, number, paths, problems));
  }
  const contents = await sessionsToCaptures(sessions, scaleProgress(options, 0.5, 1), limits && { limits });
  return { ...contents, problems: [...joinLocked(problems), ...contents.problems] };
}

/** One problem for all files that stayed locked, instead of one for each. */
function joinLocked(problems: readonly InputProblem[]): InputProblem[] {
  const locked = problems.filter(({ code }) => code === "locked-file");
  const rest = problems.filter(({ code }) => code !== "locked-file");
  if (locked.length === 0) return rest;
  return [
    ...rest,
    {
      code: "locked-archive",
      severity: "error",
      message: `${locked.length} files are encrypted and were not read because no password was given.`,
    },
  ];
}

/** Reads a Fiddler archive from a Blob (in pieces) or from bytes. Rejects only if the read is cancelled. */
export async function readSaz(
  source: Blob | Uint8Array,
  name: string,
  options: ReadOptions,
  limits?: Limits,
): Promise<Contents> {
  const archive = await openArchive(source, name, options, limits);
  return readSazArchive(archive, options, limits).finally(archive.close);
}

function recognise({
  bytes,
  name,
}: Input): { readonly confidence: number; readonly why: string } | undefined {
  if (bytes === undefined || !looksLikeZip(bytes)) return undefined;
  if (namesIn(bytes, FILE)) return { confidence: 0.98, why: "it is a zip that contains raw/…_c.txt" };
  return /\.saz$/i.test(name ?? "")
    ? { confidence: 0.8, why: "it is a zip with the extension .saz" }
    : undefined;
}

const ENTRY_NAMES = 200;

/**
 * Whether one of the first file names in a zip matches, according to the headers of its files or its
 * directory.
 */
export function namesIn(bytes: Uint8Array, pattern: RegExp): boolean {
  const view = createView(bytes);
  let at = directoryStart(bytes, view);
  for (
    let i = 0;
    i < ENTRY_NAMES && at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50;
    i++
  ) {
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)).replaceAll("\\", "/");
    if (pattern.test(name)) return true;
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return false;
}

/**
 * Where the directory of a zip starts, according to the record at its end; past the end if there is no such
 * record.
 */
function directoryStart(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65557); at--) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== 0x06054b50) continue;
    const start = view.getUint32(at + 16, true);
    return start === 0xffffffff ? bytes.length : start;
  }
  return bytes.length;
}

/** Fiddler session archive: a zip of raw/N_c.txt (request), raw/N_s.txt (response) and raw/N_m.xml. */
export const saz: Format = {
  id: "saz",
  title: "Fiddler session archive (SAZ)",
  recognise,
  read: ({ bytes, name }, options) => readSaz(bytes ?? new Uint8Array(), name ?? "archive", options),
};
