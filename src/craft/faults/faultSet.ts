import type { LinkedDocument } from "../../document/open";
import { applyFault, type Fault, type FaultOptions } from "./fault";

/** One file of a set: a payload with one fault, or without any. */
export interface FaultFile {
  /** "01-truncate-at-token.wbxml"; the payload as it was is "00-as-it-was.wbxml". */
  readonly name: string;
  /** `undefined` for the payload as it was. */
  readonly fault: Fault | undefined;
  readonly bytes: Uint8Array;
}

/**
 * The payload as it was, and behind it once for each fault that it has a place for, with that fault alone.
 */
export function faultFiles(
  faults: readonly Fault[],
  document: LinkedDocument,
  options: FaultOptions = {},
): readonly FaultFile[] {
  const made = faults.flatMap((fault) => {
    const bytes = applyFault(fault, document, options);
    return bytes === undefined ? [] : [{ fault, bytes }];
  });
  const digits = Math.max(2, String(made.length).length);
  const name = (number: number, id: string): string => `${String(number).padStart(digits, "0")}-${id}.wbxml`;
  return [
    { name: name(0, "as-it-was"), fault: undefined, bytes: document.bytes },
    ...made.map(({ fault, bytes }, i) => ({ name: name(i + 1, fault.id), fault, bytes })),
  ];
}

/** What a manifest says of the message that the faults were put into. */
export interface FaultSubject {
  readonly label: string;
  readonly command?: string | undefined;
  readonly direction?: string | undefined;
  readonly version?: string | undefined;
}

/**
 * The manifest of a set as JSON: of each file its name, fault, what that breaks, section, expected answer,
 * size and, where `digest` can tell it, SHA-256 in hexadecimal.
 */
export async function faultManifest(
  subject: FaultSubject,
  files: readonly FaultFile[],
  digest: (bytes: Uint8Array) => Promise<string | undefined>,
): Promise<string> {
  const listed = await Promise.all(
    files.map(async ({ name, fault, bytes }) => {
      const sha256 = await digest(bytes);
      return { file: name, ...factsOf(fault), bytes: bytes.length, ...(sha256 !== undefined && { sha256 }) };
    }),
  );
  const manifest = { ...subject, contentType: "application/vnd.ms-sync.wbxml", files: listed };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function factsOf(fault: Fault | undefined): Readonly<Record<string, string>> {
  if (fault === undefined) return {};
  const { id, name, breaks, section, answer } = fault;
  return { fault: id, name, breaks, section, expectedAnswer: answer };
}
