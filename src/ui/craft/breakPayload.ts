import { toHex } from "../../bytes/hex";
import { diffBytes, type Patch } from "../../bytes/patch";
import { combineFaults, type DeliberateFault, type FaultOptions } from "../../craft/faults/deliberateFault";
import {
  type FaultFile,
  type FaultSubject,
  makeFaultFiles,
  writeFaultManifest,
} from "../../craft/faults/faultSet";
import { openDocument } from "../../document/open";
import { easCodeSpace } from "../../eas/codeSpace";
import { formatCount } from "../../eas/values/reading";
import type { Capture } from "../../formats/format";
import { writeZip } from "../../formats/write/zip";
import { inferContext } from "../../session/context";
import { readConversation } from "../../session/conversation";
import { messageContext } from "../../session/messageContext";
import type { SessionMessage } from "../../session/messages";
import type { Editing } from "../../store/editing";
import { patchBytes } from "../../store/edits";
import { editingOf, type OpenCapture, useInspector } from "../../store/inspector";
import { addCaptures } from "../../store/opening";
import { readShownContext, readTitle } from "../context/easFacts";
import { undoSteps } from "../history/history";
import { sayOpened } from "../input/openedToasts";
import { download } from "../kit/download";
import { toast } from "../kit/toast/toasts";

/** A payload, and the deliberate faults to apply to it. */
export interface BreakRequest {
  readonly editing: Editing;
  readonly faults: readonly DeliberateFault[];
  readonly options: FaultOptions;
}

/** Applies deliberate faults to the payload that is shown, all as one step of its history. */
export function breakInPage({ editing, faults, options }: BreakRequest): void {
  const { patches, skipped } = buildPatches({ editing, faults, options });
  const name =
    faults.length - skipped.length === 1
      ? `Break: ${faults.find((fault) => !skipped.includes(fault))?.name ?? ""}`
      : "Break";
  patchBytes(patches, name);
  const more =
    skipped.length === 0 ? "" : ` No place left for: ${skipped.map((fault) => fault.name).join(", ")}.`;
  toast(`Applied ${formatCount(faults.length - skipped.length, "fault")}.${more}`, {
    title: "Undo",
    run: () => undoSteps(),
  });
}

function buildPatches({ editing: { document }, faults, options }: BreakRequest): {
  readonly patches: readonly Patch[];
  readonly skipped: readonly DeliberateFault[];
} {
  const [only] = faults;
  const own = faults.length === 1 ? only?.patches(document, options) : undefined;
  if (own !== undefined) return { patches: own, skipped: [] };
  const { bytes, skipped } = combineFaults(faults, document, options);
  return { patches: diffBytes(document.bytes, bytes), skipped };
}

/**
 * Opens one copy of the payload for each fault, with only that fault in it, after the captures that are open.
 */
export function openBroken({ editing, faults, options }: BreakRequest): void {
  const { command, direction, version } = describeSubject();
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
  const announcement = `Opened ${formatCount(captures.length, "broken payload")}`;
  void sayOpened(addCaptures(captures, announcement, "Deliberate faults"));
}

function brokenFiles({ editing, faults, options }: BreakRequest): readonly FaultFile[] {
  return makeFaultFiles(faults, editing.document, options).filter(({ fault }) => fault !== undefined);
}

/** What is known about the payload that is shown. */
function describeSubject() {
  const { captures, current } = useInspector.getState();
  const { command, direction, version } = readShownContext();
  const open = captures[current];
  return { label: open === undefined ? "payload" : readTitle(open), command, direction, version };
}

/**
 * Saves a zip with the original payload, one copy for each fault, and a manifest that describes the files.
 */
export async function exportBroken({ editing, faults, options }: BreakRequest): Promise<void> {
  const files = makeFaultFiles(faults, editing.document, options);
  const { command, ...facts } = describeSubject();
  const about: FaultSubject = { ...facts, command };
  const manifest = new TextEncoder().encode(await writeFaultManifest(about, files, sha256));
  const zip = await writeZip([{ name: "manifest.json", bytes: manifest }, ...files]);
  download(zip, `faults-${(command ?? "payload").toLowerCase()}.zip`);
  toast(`Saved ${formatCount(files.length - 1, "fault")} in separate files, with a manifest.`);
}

/**
 * SHA-256 in hexadecimal, or `undefined` if the browser does not offer it, as on pages not served over HTTPS.
 */
async function sha256(bytes: Uint8Array): Promise<string | undefined> {
  if (!isSecureContext) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
  return toHex(digest, "").toLowerCase();
}

const MAX_EXAMINED = 300;

/** The calendar and Drafts folders, if they are known from the session. */
export function listKnownFolders(
  captures: readonly OpenCapture[],
): Pick<FaultOptions, "calendar" | "drafts"> {
  const messages = captures.slice(0, MAX_EXAMINED).flatMap(folderMessage);
  const last = messages.at(-1);
  const folders = last === undefined ? [] : [...readConversation(messages).listFolders(last).values()];
  const findFolder = (wanted: string): string | undefined => folders.find(({ kind }) => kind === wanted)?.id;
  const calendar = findFolder("calendar");
  const drafts = findFolder("drafts");
  return { ...(calendar !== undefined && { calendar }), ...(drafts !== undefined && { drafts }) };
}

/** The capture as a message, if its command is about folders. */
function folderMessage(open: OpenCapture): readonly SessionMessage[] {
  const { capture } = open;
  if (capture?.command !== undefined && !capture.command.startsWith("Folder")) return [];
  const document = editingOf(open)?.document ?? (capture && openDocument(capture.payload, easCodeSpace));
  if (document === undefined) return [];
  const { command, direction } = messageContext({ http: capture, elements: inferContext(document) });
  return [{ document, command, direction }];
}
