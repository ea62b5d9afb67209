import type { InputProblem } from "./format";

/** How much work an input can cause. A read that reaches a limit keeps what it has and adds a problem. */
export interface Limits {
  /** Bytes of a file that is read as a whole; an archive is read in pieces. */
  readonly fileBytes: number;
  /** Bytes of such a file if it is text, which is in memory as bytes, as text, and as what it says. */
  readonly textFileBytes: number;
  /** Maximum decompressed bytes of one body or one file of an archive. */
  readonly decompressedBytes: number;
  /** Maximum decompressed bytes of all files of an archive, or of all bodies of a file, together. */
  readonly totalBytes: number;
  /**
   * Maximum growth, as a multiple of the compressed size. Applies only above `ratioFloor` bytes, because
   * small files of zeros are harmless.
   */
  readonly ratio: number;
  readonly ratioFloor: number;
  /** Files in an archive. */
  readonly archiveEntries: number;
  /** Captures of one input. */
  readonly captures: number;
  /** UTF-16 units in one line of a log. */
  readonly lineLength: number;
  /** Bytes of the head (start line and headers) of an HTTP message. */
  readonly headBytes: number;
  /** Bytes of one reassembled direction of a TCP connection. */
  readonly tcpStreamBytes: number;
}

const MiB = 1024 * 1024;

/** The limits of the page. */
export const limits: Limits = {
  fileBytes: 1024 * MiB,
  textFileBytes: 384 * MiB,
  decompressedBytes: 256 * MiB,
  totalBytes: 1024 * MiB,
  ratio: 200,
  ratioFloor: 16 * MiB,
  archiveEntries: 200_000,
  captures: 50_000,
  lineLength: 64 * MiB,
  headBytes: MiB,
  tcpStreamBytes: 512 * MiB,
};

/** The most bytes that `compressed` bytes can expand to. */
export function decompressedLimit(
  compressed: number,
  { decompressedBytes, ratio, ratioFloor }: Limits,
): number {
  return Math.min(decompressedBytes, Math.max(ratioFloor, compressed * ratio));
}

/** The limits when `left` bytes of the total are left. */
export function limitRest(whole: Limits, left: number): Limits {
  const totalBytes = Math.max(0, left);
  return { ...whole, totalBytes, decompressedBytes: Math.min(whole.decompressedBytes, totalBytes) };
}

/** The problem of bodies that together are over the total. */
export function totalProblem({ totalBytes }: Limits): InputProblem {
  return limitProblem("totalBytes", "The size of all bodies together, decompressed,", totalBytes);
}

/** The problem that names a limit: its code is `limit-` and the limit's name. */
export function limitProblem(
  limit: keyof Limits,
  what: string,
  size: number,
  places: Pick<InputProblem, "bytes" | "text"> = {},
): InputProblem {
  const code = `limit-${limit.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return {
    code,
    severity: "error",
    message: `${what} is over the limit of ${size.toLocaleString("en")}; the rest was left out.`,
    ...places,
  };
}
