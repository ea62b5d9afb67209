import { type Patch, patchBetween } from "../../bytes/patch";
import { combineFaults, type Fault, type FaultOptions } from "../../craft/faults/fault";
import { type FaultFile, type FaultSubject, faultFiles, faultManifest } from "../../craft/faults/faultSet";
import { openDocument } from "../../document/open";
import { easCodeSpace } from "../../eas/codeSpace";
import type { Capture } from "../../formats/format";
import { writeZip } from "../../formats/write/zip";
import { inferContext } from "../../session/context";
import { foldersOf, type SessionMessage } from "../../session/folders";
import { messageContext } from "../../session/messageContext";
import type { Editing } from "../../store/editing";
import { addCaptures, patchBytes } from "../../store/edits";
import { editingOf, type OpenCapture, useInspector } from "../../store/inspector";
import { takeBack } from "../edit/history";
import { readShownContext } from "../judge/judge";
import { toast } from "../toast/toasts";
import { download } from "../toolbar/download";

/** A payload, and what is to be done to it. */
export interface Breaking {
  readonly editing: Editing;
  readonly faults: readonly Fault[];
  readonly options: FaultOptions;
}

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

/** Puts faults into the payload that is shown, all together and as one step of its history. */
export function breakInPage({ editing, faults, options }: Breaking): void {
  const { patches, left } = patchesOf({ editing, faults, options });
  const name =
    faults.length - left.length === 1
      ? `Break: ${faults.find((fault) => !left.includes(fault))?.name ?? ""}`
      : "Break";
  patchBytes(patches, name);
  const more =
    left.length === 0 ? "" : ` No place was left for: ${left.map((fault) => fault.name).join(", ")}.`;
  toast(`${counted(faults.length - left.length, "fault")} put in.${more}`, {
    title: "Undo",
    run: () => takeBack(),
  });
}

function patchesOf({ editing: { document }, faults, options }: Breaking): {
  readonly patches: readonly Patch[];
  readonly left: readonly Fault[];
} {
  const [only] = faults;
  const own = faults.length === 1 ? only?.patches(document, options) : undefined;
  if (own !== undefined) return { patches: own, left: [] };
  const { bytes, left } = combineFaults(faults, document, options);
  return { patches: patchBetween(document.bytes, bytes), left };
}

/** Opens the payload once for each fault, with that fault alone, behind what is open. */
export function openBroken({ editing, faults, options }: Breaking): void {
  const { command, direction, version } = subject();
  const facts = { ...(command !== undefined && { command }), ...(version !== undefined && { version }) };
  const captures = brokenFiles({ editing, faults, options }).map(
    ({ name, fault, bytes }): Capture => ({
      label: `${name.slice(0, name.indexOf("-"))} ${fault?.name ?? ""}`,
      direction,
      ...facts,
      payload: bytes,
      origin: { name },
      problems: [],
    }),
  );
  addCaptures(captures, `${counted(captures.length, "broken payload")} opened`);
}

function brokenFiles({ editing, faults, options }: Breaking): readonly FaultFile[] {
  return faultFiles(faults, editing.document, options).filter(({ fault }) => fault !== undefined);
}

/** What is known of the payload that is shown. */
function subject() {
  const { captures, current } = useInspector.getState();
  const { command, direction, version } = readShownContext();
  return { label: captures[current]?.label ?? "payload", command, direction, version };
}

/**
 * Saves a zip with the payload as it was, once with each fault alone, and a manifest that says what each file
 * is.
 */
export async function exportBroken({ editing, faults, options }: Breaking): Promise<void> {
  const files = faultFiles(faults, editing.document, options);
  const { command, ...facts } = subject();
  const about: FaultSubject = { ...facts, command };
  const manifest = new TextEncoder().encode(await faultManifest(about, files, sha256));
  const zip = await writeZip([{ name: "manifest.json", bytes: manifest }, ...files]);
  download(zip, `faults-${(command ?? "payload").toLowerCase()}.zip`);
  toast(`${counted(files.length - 1, "fault")} saved, each in a file of its own, with a manifest.`);
}

/**
 * SHA-256 in hexadecimal; `undefined` where the browser has none, which is so on pages that did not come over
 * HTTPS.
 */
async function sha256(bytes: Uint8Array): Promise<string | undefined> {
  if (!isSecureContext) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const MOST_LOOKED_AT = 300;

/** The calendar and the Drafts folder, where the session's folders are known. */
export function knownFolders(captures: readonly OpenCapture[]): Pick<FaultOptions, "calendar" | "drafts"> {
  const folders = foldersOf(captures.slice(0, MOST_LOOKED_AT).flatMap(folderMessage));
  const named = (kind: string): string | undefined => [...folders].find(([, other]) => other === kind)?.[0];
  const calendar = named("calendar");
  const drafts = named("drafts");
  return { ...(calendar !== undefined && { calendar }), ...(drafts !== undefined && { drafts }) };
}

/** A message that may tell of folders. */
function folderMessage(open: OpenCapture): readonly SessionMessage[] {
  const { capture } = open;
  if (capture?.command !== undefined && !capture.command.startsWith("Folder")) return [];
  const document = editingOf(open)?.document ?? (capture && openDocument(capture.payload, easCodeSpace));
  if (document === undefined) return [];
  const { command, direction } = messageContext({ http: capture, elements: inferContext(document) });
  return [{ document, command, direction }];
}
