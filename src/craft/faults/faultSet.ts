import type { LinkedDocument } from "../../document/open";
import { applyFault, type DeliberateFault, type FaultOptions } from "./deliberateFault";

/** One file of a set: the payload with one fault, or unchanged. */
export interface FaultFile {
  /** "01-truncate-at-token.wbxml"; the unchanged payload is "00-as-it-was.wbxml". */
  readonly name: string;
  /** `undefined` for the unchanged payload. */
  readonly fault: DeliberateFault | undefined;
  readonly bytes: Uint8Array;
}

/**
 * The unchanged payload, followed by one file for each fault that the payload has a place for, with that
 * fault alone.
 */
export function makeFaultFiles(
  faults: readonly DeliberateFault[],
  document: LinkedDocument,
  options: FaultOptions = {},
): readonly FaultFile[] {
  const broken = faults.flatMap((fault) => {
    const bytes = applyFault(fault, document, options);
    return bytes === undefined ? [] : [{ fault, bytes }];
  });
  const digits = Math.max(2, String(broken.length).length);
  const name = (number: number, id: string): string => `${String(number).padStart(digits, "0")}-${id}.wbxml`;
  return [
    { name: name(0, "as-it-was"), fault: undefined, bytes: document.bytes },
    ...broken.map(({ fault, bytes }, i) => ({ name: name(i + 1, fault.id), fault, bytes })),
  ];
}

/** The message that the faults were made in, for the manifest. */
export interface FaultSubject {
  readonly label: string;
  readonly command?: string | undefined;
  readonly direction?: string | undefined;
  readonly version?: string | undefined;
}

/**
 * The manifest of a set as JSON. For each file: its name, its fault, what that breaks, the section, the
 * expected answer, the size and, if `digest` can compute it, the SHA-256 in hexadecimal.
 */
export async function writeFaultManifest(
  subject: FaultSubject,
  files: readonly FaultFile[],
  digest: (bytes: Uint8Array) => Promise<string | undefined>,
): Promise<string> {
  const listed = await Promise.all(
    files.map(async ({ name, fault, bytes }) => {
      const sha256 = await digest(bytes);
      return {
        file: name,
        ...describeFault(fault),
        bytes: bytes.length,
        ...(sha256 !== undefined && { sha256 }),
      };
    }),
  );
  const manifest = { ...subject, contentType: "application/vnd.ms-sync.wbxml", files: listed };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function describeFault(fault: DeliberateFault | undefined): Readonly<Record<string, string>> {
  if (fault === undefined) return {};
  const { id, name, breaks, section, answer } = fault;
  return { fault: id, name, breaks, section, expectedAnswer: answer };
}
