import {
  BlobReader,
  ERR_INVALID_PASSWORD,
  type FileEntry,
  Uint8ArrayReader,
  ZipReader,
} from "@zip.js/zip.js/lib/zip-core-native.js";
import { joinBytes } from "../../bytes/join";
import type { InputProblem, ReadOptions } from "../format";
import { decompressedLimit, type Limits, limitProblem, limits as pageLimits } from "../limits";
import { problemList } from "../text/problems";

/** The content of one file of an archive, with problems if it is cut off, damaged or locked. */
export interface ArchiveFile {
  readonly bytes: Uint8Array;
  readonly problems: readonly InputProblem[];
}

/** An open zip: names immediately, contents on demand. */
export interface Archive {
  /** Paths of the files, in the order of the archive's directory, without folders. */
  readonly names: readonly string[];
  /** The content of one file; `undefined` if there is no file with that name. Never rejects. */
  readonly read: (name: string) => Promise<ArchiveFile | undefined>;
  readonly problems: readonly InputProblem[];
  /** How many bytes were unpacked so far. */
  readonly unpacked: () => number;
  readonly close: () => Promise<void>;
}

/** Whether bytes start like a zip: with a file or with the end record of an empty archive. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}

/**
 * A name that a tool could write outside the folder it unpacks to: a path upwards, an absolute path, a drive,
 * or a NUL that ends the name early.
 */
const OUTSIDE = /^(?:\/|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)|\0/;

function describeOutside(path: string): InputProblem {
  const shown = path.replaceAll("\0", "\\0").slice(0, 200);
  return {
    code: "unsafe-name",
    severity: "warning",
    message: `${shown} leads outside the archive, so this file was not read. The others were.`,
  };
}

function problem(code: string, message: string): InputProblem {
  return { code, severity: "error", message };
}

/** The message of an exception from the zip library. */
function readMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * The password of an archive. Asked for on first use, again if it was wrong, and never again after the person
 * gives up.
 */
interface Lock {
  readonly name: string;
  readonly options: ReadOptions;
  password: string | undefined;
  state: "unasked" | "known" | "given-up";
}

async function ask(lock: Lock, wasWrong: boolean): Promise<boolean> {
  const password = await lock.options.askPassword?.(lock.name, wasWrong);
  lock.password = password;
  lock.state = password === undefined ? "given-up" : "known";
  return password !== undefined;
}

interface ChunkList {
  readonly parts: Uint8Array[];
  size: number;
  full: boolean;
}

/** Accepts up to `most` bytes and then fails, which ends the decompression. */
function toWritable(sink: ChunkList, most: number): WritableStream<Uint8Array> {
  return new WritableStream({
    write: (chunk) => {
      const room = most - sink.size;
      const part = chunk.length > room ? chunk.subarray(0, room) : chunk;
      sink.parts.push(part.slice());
      sink.size += part.length;
      if (chunk.length <= room) return;
      sink.full = true;
      throw new RangeError("limit"); // caught below: this is how to stop the library
    },
  });
}

interface Unpacking {
  readonly lock: Lock;
  readonly limits: Limits;
  left: number;
}

async function unpack(
  entry: FileEntry,
  most: number,
  state: Unpacking,
): Promise<{ readonly sink: ChunkList; readonly error: unknown }> {
  const sink: ChunkList = { parts: [], size: 0, full: false };
  const { signal } = state.lock.options;
  const password = entry.encrypted ? state.lock.password : undefined;
  try {
    await entry.getData(toWritable(sink, most), {
      ...(password !== undefined && { password }),
      ...(signal && { signal }),
      useWebWorkers: false,
    });
    return { sink, error: undefined };
  } catch (error) {
    return { sink, error };
  }
}

function unpackProblems(
  entry: FileEntry,
  sink: ChunkList,
  error: unknown,
  most: number,
  state: Unpacking,
): InputProblem[] {
  if (sink.full) {
    const limit = state.left - sink.size <= 0 ? "totalBytes" : "decompressedBytes";
    return [
      limitProblem(
        limit,
        `${entry.filename}, decompressed,`,
        limit === "totalBytes" ? state.limits.totalBytes : most,
      ),
    ];
  }
  if (error === undefined) return [];
  return [
    problem("damaged-archive-file", `${entry.filename} could not be fully read: ${readMessage(error)}.`),
  ];
}

const isWrongPassword = (error: unknown): boolean => readMessage(error) === ERR_INVALID_PASSWORD;

async function readEntry(entry: FileEntry, state: Unpacking): Promise<ArchiveFile> {
  const { lock, limits } = state;
  const most = Math.min(decompressedLimit(entry.compressedSize, limits), state.left);
  const locked = {
    bytes: new Uint8Array(),
    problems: [problem("locked-file", `${entry.filename} is encrypted and no password was given.`)],
  };
  if (entry.encrypted && lock.state === "unasked") await ask(lock, false);
  if (entry.encrypted && lock.state === "given-up") return locked;
  let result = await unpack(entry, most, state);
  while (isWrongPassword(result.error)) {
    if (!(await ask(lock, true))) return locked;
    result = await unpack(entry, most, state);
  }
  const { sink, error } = result;
  const problems = unpackProblems(entry, sink, error, most, state);
  state.left -= sink.size;
  return { bytes: joinBytes(sink.parts), problems };
}

function toReader(source: Blob | Uint8Array): ZipReader<unknown> {
  return new ZipReader(source instanceof Blob ? new BlobReader(source) : new Uint8ArrayReader(source), {
    useWebWorkers: false,
  });
}

/**
 * Opens a zip. A Blob is read in pieces, only as needed. Encrypted files ask `options.askPassword`, once for
 * the whole archive and again if the password was wrong. Never rejects: an archive that can't be opened has
 * no names and a problem.
 */
export async function openArchive(
  source: Blob | Uint8Array,
  name: string,
  options: ReadOptions,
  limits: Limits = pageLimits,
): Promise<Archive> {
  const reader = toReader(source);
  const entries = new Map<string, FileEntry>();
  const problems: InputProblem[] = [];
  const outside = problemList();
  try {
    for await (const entry of reader.getEntriesGenerator({ filenameValidation: "tolerant" })) {
      if (entries.size >= limits.archiveEntries) {
        problems.push(
          limitProblem("archiveEntries", "The number of files in the archive", limits.archiveEntries),
        );
        break;
      }
      const path = entry.filename.replaceAll("\\", "/");
      if (OUTSIDE.test(path)) outside.add(describeOutside(path));
      else if (!entry.directory) entries.set(path, entry);
    }
  } catch (error) {
    problems.push(problem("broken-archive", `The zip archive could not be read: ${readMessage(error)}.`));
  }
  const state: Unpacking = {
    lock: { name, options, password: undefined, state: options.askPassword ? "unasked" : "given-up" },
    limits,
    left: limits.totalBytes,
  };
  const read = async (path: string): Promise<ArchiveFile | undefined> => {
    const entry = entries.get(path);
    return entry && readEntry(entry, state);
  };
  const close = async (): Promise<void> => {
    // an error while closing a failed reader adds nothing to its problem
    await reader.close().catch(() => undefined);
  };
  return {
    names: [...entries.keys()],
    read,
    problems: [...problems, ...outside.list()],
    unpacked: () => limits.totalBytes - state.left,
    close,
  };
}
