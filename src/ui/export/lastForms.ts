import { readStored, STORED, writeStored } from "../../browser/storage";

const COPIED = `${STORED}copied-form`;
const EXPORTED = `${STORED}exported-form`;

/** The id of the form in which a payload was last copied in this browser. */
export function readCopiedForm(): string | undefined {
  return readStored(COPIED);
}

/** Remembers the form in which a payload is copied. */
export function rememberCopiedForm(id: string): void {
  writeStored(COPIED, id);
}

/** The id of the form that was last shown in the export dialog of this browser. */
export function readExportedForm(): string | undefined {
  return readStored(EXPORTED);
}

/** Remembers the form that the export dialog shows. */
export function rememberExportedForm(id: string): void {
  writeStored(EXPORTED, id);
}
