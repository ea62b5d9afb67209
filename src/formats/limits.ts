import type { InputProblem } from "./format";

/** How much work an input can cause. A read that reaches a limit keeps what it has and adds a problem. */
export interface Limits {
  /** Maximum decompressed bytes of one body or one file of an archive. */
  readonly decompressedBytes: number;
  /** Maximum decompressed bytes of all files of an archive together. */
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
