import type { Capture, Contents, InputProblem, Reading, ReadOptions } from "../format";
import { countFileBytes } from "../given";
import { inflate, looksLikeGzip } from "../http/contentCoding";
import { limitProblem, limits } from "../limits";
import { pauses, scaleProgress } from "../pace";
import { readInput } from "../read";
import { startsLikeText } from "../reading/decodeInput";
import { refuseInput } from "../reading/refuseInput";
import { writeCount, writeShare, writeSummary } from "../summary";
import { type Archive, looksLikeZip, openArchive } from "./archive";
import { charlesArchive, isCharles, readCharlesArchive } from "./charles";
import {
  dropPlaces,
  goDeeper,
  limitsIn,
  MOST_NESTED,
  type Nesting,
  refuseNested,
  startNesting,
} from "./nesting";
import { isSaz, readSazArchive, saz } from "./saz";

/**
 * A file as received by the page: its path within the dropped files, and its content, complete or to be read
 * in pieces.
 */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array | Blob;
}

/** How many bytes tell what a file is. */
const HEAD = 4096;

async function readHead(bytes: Uint8Array | Blob, length: number): Promise<Uint8Array> {
  return bytes instanceof Blob
    ? new Uint8Array(await bytes.slice(0, length).arrayBuffer())
    : bytes.subarray(0, length);
}

async function readWhole(bytes: Uint8Array | Blob): Promise<Uint8Array> {
  return bytes instanceof Blob ? new Uint8Array(await bytes.arrayBuffer()) : bytes;
}

function toReading(format: string, title: string, why: string, contents: Contents): Reading {
  const problems = [...contents.problems, ...contents.captures.flatMap((capture) => capture.problems)];
  const summary = writeSummary(title, contents, why);
  return { format, title, summary, captures: contents.captures, alternatives: [], problems };
}

/** An archive read in place: of Fiddler, of Charles, or of any files, each of which is read on its own. */
async function readArchive(archive: Archive, options: ReadOptions, nesting: Nesting): Promise<Reading> {
  const isFiddler = isSaz(archive.names);
  if (isFiddler || isCharles(archive.names)) {
    const { id, title } = isFiddler ? saz : charlesArchive;
    const contents = await (isFiddler ? readSazArchive : readCharlesArchive)(archive, options);
    nesting.budget.left -= archive.unpacked();
    return toReading(id, title, isFiddler ? "it contains raw/…_c.txt" : "it contains …-meta.json", contents);
  }
  const problems: InputProblem[] = [...archive.problems];
  const files: NamedFile[] = [];
  const pause = pauses(options);
  for (const [i, path] of archive.names.entries()) {
    await pause(i / archive.names.length / 2, path);
    const file = await archive.read(path);
    for (const problem of file?.problems ?? []) problems.push(problem);
    if (file && file.bytes.length > 0) files.push({ name: path, bytes: file.bytes });
  }
  nesting.budget.left -= archive.unpacked();
  const inner = await readEach(files, scaleProgress(options, 0.5, 1), goDeeper(nesting));
  return toReading("zip", "zip archive", `it contains ${writeCount(archive.names.length, "file")}`, {
    ...inner,
    problems: [...problems, ...inner.problems],
  });
}

/** A gzip file (capture.pcap.gz, u_ex.log.gz), decompressed. */
async function unzipFile(
  { name, bytes }: NamedFile,
  nesting: Nesting,
): Promise<{ readonly file: NamedFile; readonly problems: readonly InputProblem[] } | undefined> {
  const result = await inflate(await readWhole(bytes), "gzip", limitsIn(nesting));
  if (result === undefined) return undefined;
  nesting.budget.left -= result.bytes.length;
  const file = { name: name.replace(/\.gz$/i, ""), bytes: result.bytes };
  if (result.end === "whole") return { file, problems: [] };
  const broken: InputProblem = {
    code: "broken-compression",
    severity: "error",
    message: `${name} is damaged or cut off; ${result.bytes.length} bytes could be decompressed.`,
  };
  return {
    file,
    problems: [
      result.end === "limit" ? limitProblem("decompressedBytes", name, result.bytes.length) : broken,
    ],
  };
}

/** A file that is larger than what is read as a whole, refused before it is; otherwise `undefined`. */
function refuseLarge({ name, bytes }: NamedFile, head: Uint8Array): Reading | undefined {
  const isText = startsLikeText(head);
  const most = isText ? limits.textFileBytes : limits.fileBytes;
  const size = countFileBytes(bytes);
  if (size <= most) return undefined;
  const what = isText ? "text" : "binary data";
  const advice = isText ? "Split it, or convert what it says to a binary file." : "Split it.";
  return refuseInput(
    isText ? "limit-text-file-bytes" : "limit-file-bytes",
    `${name} is ${size.toLocaleString("en")} bytes of ${what}. Such a file is read as a whole, which takes ` +
      `more memory than a page has if it is over ${most.toLocaleString("en")} bytes. ${advice}`,
  );
}

/** How browsers name the error of a file that is gone, was changed, or may not be read. */
const UNREADABLE = new Set(["NotFoundError", "NotReadableError", "NotAllowedError", "SecurityError"]);

/**
 * Reads a file; a packed one is opened, and what is in it is read like a file, however it is packed in turn.
 * One that the browser can't read gives a reading without captures.
 */
async function readOne(file: NamedFile, options: ReadOptions, nesting: Nesting): Promise<Reading> {
  try {
    return await readReadable(file, options, nesting);
  } catch (error) {
    if (!(error instanceof DOMException && UNREADABLE.has(error.name))) throw error;
    return refuseInput(
      "unreadable-file",
      `${file.name} can't be read: ${error.message} Check that it is still there and that you may read it, ` +
        "and open it again; the browser also refuses a file that was changed after it was chosen.",
    );
  }
}

async function readReadable(file: NamedFile, options: ReadOptions, nesting: Nesting): Promise<Reading> {
  const head = await readHead(file.bytes, HEAD);
  const isZip = looksLikeZip(head);
  if (nesting.depth >= MOST_NESTED && (isZip || looksLikeGzip(head))) return refuseNested(file.name);
  if (isZip) {
    const archive = await openArchive(file.bytes, file.name, options, limitsIn(nesting));
    return readArchive(archive, options, nesting).finally(archive.close);
  }
  const refused = refuseLarge(file, head);
  if (refused !== undefined) return refused;
  const unzipped = looksLikeGzip(head) ? await unzipFile(file, nesting) : undefined;
  if (unzipped === undefined)
    return readInput(await readWhole(file.bytes), file.name === "" ? undefined : file.name, options);
  const reading = dropPlaces(await readOne(unzipped.file, options, goDeeper(nesting)));
  return { ...reading, problems: [...unzipped.problems, ...reading.problems] };
}

/** Whether a file holds more than one exchange, so that it is a source of its own. */
function isSession({ captures }: Reading): boolean {
  const [first, second] = captures;
  const isExchange = first?.direction === "request" && second?.direction === "response";
  return captures.length > (isExchange ? 2 : 1);
}

/**
 * The captures of one file among several, named after it. A file with several exchanges is their source;
 * files with one message each, such as a request and its response, belong together.
 */
function nameCaptures(reading: Reading, file: string): Capture[] {
  const short = file.split("/").at(-1) ?? file;
  const own = isSession(reading) ? { source: file } : {};
  return reading.captures.map(({ source: _, ...capture }) => {
    const inner = capture.origin.name;
    const name = inner === undefined || inner === file ? file : `${file}: ${inner}`;
    return {
      ...capture,
      ...own,
      label: capture.label === file ? short : `${short}: ${capture.label}`,
      origin: { ...capture.origin, name },
    };
  });
}

/** Problems of the file itself; problems of its captures stay with the captures. */
function ownProblems(reading: Reading, file: string): InputProblem[] {
  const ofCaptures = new Set(reading.captures.flatMap((capture) => capture.problems));
  return reading.problems
    .filter((problem) => !ofCaptures.has(problem))
    .map((problem) => ({ ...problem, message: `${file}: ${problem.message}` }));
}

const isNoise = (name: string): boolean =>
  /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$|(^|\/)__MACOSX\//i.test(name);

/** Files one after the other in the natural order of their names (2 before 10). */
async function readEach(
  files: readonly NamedFile[],
  options: ReadOptions,
  nesting: Nesting,
): Promise<Contents> {
  const order = new Intl.Collator("en", { numeric: true });
  const sorted = files.filter(({ name }) => !isNoise(name)).sort((a, b) => order.compare(a.name, b.name));
  const captures: Capture[] = [];
  const problems: InputProblem[] = [];
  const pause = pauses(options);
  let holding = 0;
  for (const [index, file] of sorted.entries()) {
    await pause(index / sorted.length, file.name);
    const own = scaleProgress(options, index / sorted.length, (index + 1) / sorted.length, `${file.name}: `);
    const found = await readOne(file, own, nesting);
    const reading = nesting.depth > 0 ? dropPlaces(found) : found;
    for (const problem of ownProblems(reading, file.name)) problems.push(problem);
    for (const capture of nameCaptures(reading, file.name)) captures.push(capture);
    if (reading.captures.length > 0) holding++;
    if (captures.length <= limits.captures) continue;
    problems.push(limitProblem("captures", "The number of messages", limits.captures));
    captures.length = limits.captures;
    break;
  }
  return { captures, problems, detail: `in ${writeShare(holding, files.length, "file")}` };
}

/**
 * Reads one file or several at once, such as a folder. One file gives its own reading (like `readInput`, with
 * alternatives); several give one reading of format "files", whose captures are named after their files. A
 * Blob that is an archive is read in pieces; gzip files are decompressed. Rejects only if `options.signal` is
 * aborted, with its reason.
 */
export async function readFiles(files: readonly NamedFile[], options: ReadOptions = {}): Promise<Reading> {
  const [only] = files;
  if (only && files.length === 1) return readOne(only, options, startNesting());
  return toReading("files", "Files", "dropped together", await readEach(files, options, startNesting()));
}
