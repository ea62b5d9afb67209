import { create } from "zustand";
import type { ByteRange } from "../bytes/range";
import type { Capture, Reading } from "../formats/format";
import { type ChosenContext, nothingChosen } from "../session/messageContext";
import type { RequestValues } from "../share/httpMessage";
import type { DialogName } from "./dialogs";
import type { Editing } from "./editing";
import type { PaneName, ViewName } from "./panes";
import type { Theme } from "./themes";

/**
 * Where a selection or hover comes from: a pane, or `go` for commands such as Back. The other panes draw it
 * and scroll to it.
 */
export type SelectionOrigin = Exclude<PaneName, "captures"> | "go";

/** A range of bytes that is selected or hovered over. */
export interface PointedRange {
  readonly range: ByteRange;
  readonly by: SelectionOrigin;
  /** The byte that was clicked, if it was one byte: typing writes there. */
  readonly at?: number;
}

/** A place that was selected: its capture and its bytes. */
export interface TrailPlace {
  readonly capture: number;
  readonly range: ByteRange;
}

/** The places to go back and forward to, nearest last. */
export interface Trail {
  readonly back: readonly TrailPlace[];
  readonly forward: readonly TrailPlace[];
  /** When the current place was selected, in milliseconds since the epoch. */
  readonly since: number;
}

/**
 * The content of a capture: a payload that can be edited, or a text that is not a payload (an error page,
 * mail, Autodiscover).
 */
export type CaptureContent =
  | { readonly kind: "payload"; readonly editing: Editing }
  | { readonly kind: "text"; readonly text: string };

/** One opened message, and what has been done to it. */
export interface OpenCapture {
  readonly label: string;
  /** A name that it was given, such as the title of a template; one without is called by its command. */
  readonly title?: string;
  /** The capture as it was read, with the name of its source. */
  readonly capture: Capture | undefined;
  /** Its content; `undefined` until it is first shown. */
  readonly content: CaptureContent | undefined;
  /** What the user specified about it. If missing, nothing was specified. */
  readonly context?: ChosenContext;
}

/** A text that was pasted or typed. */
export interface PastedText {
  /** In UTF-16 units. */
  readonly length: number;
  /** The text as it came; `undefined` if it is too long to be kept. */
  readonly text: string | undefined;
}

/** One opened input: its name, which no other open source has, and how it was read. */
export interface Source {
  readonly name: string;
  /** `undefined` for what was not read, such as a template, and after a reload. */
  readonly reading: Reading | undefined;
  /** What was pasted or typed, if that is where it came from; not after a reload. */
  readonly pasted?: PastedText | undefined;
}

/** What was closed in this tab and can be opened again: captures of one source. */
export interface ClosedSource {
  readonly name: string;
  readonly captures: readonly OpenCapture[];
  readonly reading: Reading | undefined;
  readonly pasted?: PastedText | undefined;
  /** When it was closed, in milliseconds since the epoch. */
  readonly at: number;
}

/** A long read in progress: what is being read, how much of it is done (0 to 1), and how to cancel it. */
export interface ReadProgress {
  readonly what: string;
  readonly done: number;
  readonly cancel: () => void;
}

/** A locked file that waits for its password. Calling `answer` without one gives up. */
export interface PasswordRequest {
  readonly name: string;
  readonly wasWrong: boolean;
  readonly answer: (password: string | undefined) => void;
}

/** The state of the page. Everything else is computed from it. */
export interface Inspector {
  readonly captures: readonly OpenCapture[];
  readonly current: number;
  /** The inputs that the captures came from. */
  readonly sources: readonly Source[];
  /** What was closed in this tab, the latest first. */
  readonly closed: readonly ClosedSource[];
  /**
   * What requests are sent with when they are exported, as the user filled it in; `undefined` until the page
   * has asked for it. Kept for this tab.
   */
  readonly resend: RequestValues | undefined;
  /** The last input, if no capture was found in it and the message about it was not closed. */
  readonly refused: Source | undefined;
  readonly busy: ReadProgress | undefined;
  readonly passwordRequest: PasswordRequest | undefined;
  /** What is open over the panes. */
  readonly dialog: DialogName | undefined;
  /** What screen readers announce. */
  readonly announcement: string;
  readonly selection: PointedRange | undefined;
  readonly hover: PointedRange | undefined;
  readonly trail: Trail;
  /** The pane that is shown where the panes are tabs; `undefined` for the first one. */
  readonly shownPane: PaneName | undefined;
  /** The panes that are hidden. */
  readonly folded: ReadonlySet<PaneName>;
  /** The pane that has the centre for itself; `undefined` if the panes share it. */
  readonly maximized: PaneName | undefined;
  /** Whether the session is open over the panes, on a page that is too narrow for its column. */
  readonly isDrawerOpen: boolean;
  /** The tab of the second pane that is shown. */
  readonly view: ViewName;
  /** Byte offsets of the tags whose elements are collapsed in the tree. */
  readonly collapsed: ReadonlySet<number>;
  readonly theme: Theme;
  readonly select: (range: ByteRange | undefined, by: SelectionOrigin, at?: number) => void;
  readonly point: (range: ByteRange | undefined, by: SelectionOrigin) => void;
  readonly toggle: (offset: number) => void;
  readonly showPane: (pane: PaneName) => void;
  readonly setFolded: (folded: ReadonlySet<PaneName>) => void;
  readonly setMaximized: (pane: PaneName | undefined) => void;
  readonly showView: (view: ViewName) => void;
  readonly setTheme: (theme: Theme) => void;
  /** Sets what the user specifies about the capture that is shown. */
  readonly setContext: (context: Partial<ChosenContext>) => void;
  readonly openDialog: (dialog: DialogName | undefined) => void;
  readonly announce: (text: string) => void;
}

/** An empty trail. */
export const noTrail: Trail = { back: [], forward: [], since: 0 };

/** View state with nothing selected, hovered over or collapsed. */
export const freshView = {
  current: 0,
  selection: undefined,
  hover: undefined,
  collapsed: new Set<number>(),
} as const;

const MAX_PLACES = 200;
const MIN_STAY = 800;

/**
 * The trail after the selection moves on. A place that was selected only briefly, on the way to another, is
 * not recorded.
 */
function updateTrail(
  { trail, selection, current }: Inspector,
  range: ByteRange | undefined,
  now: number,
): Trail {
  const isSame = selection?.range.start === range?.start && selection?.range.end === range?.end;
  if (isSame || selection === undefined) return { ...trail, since: now };
  if (now - trail.since < MIN_STAY) return { ...trail, forward: [], since: now };
  return {
    back: [...trail.back, { capture: current, range: selection.range }].slice(-MAX_PLACES),
    forward: [],
    since: now,
  };
}

/**
 * The captures after the user specified something about the one at `index`. A direction belongs to that
 * capture alone, a version and a folder to its exchange, and the server to its whole source.
 */
function specifyContext(
  captures: readonly OpenCapture[],
  index: number,
  { direction, version, folder, product }: Partial<ChosenContext>,
): readonly OpenCapture[] {
  const shown = captures[index];
  if (shown === undefined) return captures;
  const { source, exchange } = shown.capture ?? {};
  const ofExchange = { ...(version !== undefined && { version }), ...(folder !== undefined && { folder }) };
  const ofSource = product !== undefined && { product };
  return captures.map((open) => {
    const isShown = open === shown;
    const isOfSource = isShown || (source !== undefined && open.capture?.source === source);
    if (!isOfSource) return open;
    const isOfExchange = isShown || (exchange !== undefined && open.capture?.exchange === exchange);
    const some = {
      ...ofSource,
      ...(isOfExchange && ofExchange),
      ...(isShown && direction !== undefined && { direction }),
    };
    if (Object.keys(some).length === 0) return open;
    return { ...open, context: { ...(open.context ?? nothingChosen), ...some } };
  });
}

/** The state of the page. Components subscribe to the parts they draw. */
export const useInspector = create<Inspector>()((set) => ({
  captures: [],
  ...freshView,
  sources: [],
  closed: [],
  resend: undefined,
  refused: undefined,
  busy: undefined,
  passwordRequest: undefined,
  dialog: undefined,
  announcement: "",
  theme: "system",
  trail: noTrail,
  shownPane: undefined,
  folded: new Set(),
  maximized: undefined,
  isDrawerOpen: false,
  view: "xml",
  select: (range, by, at) =>
    set((state) => ({
      selection: range && { range, by, ...(at !== undefined && { at }) },
      trail: updateTrail(state, range, Date.now()),
    })),
  point: (range, by) =>
    set(({ hover }) => {
      const same = hover?.range.start === range?.start && hover?.range.end === range?.end;
      return same ? {} : { hover: range && { range, by } };
    }),
  toggle: (offset) =>
    set(({ collapsed }) => {
      const next = new Set(collapsed);
      if (!next.delete(offset)) next.add(offset);
      return { collapsed: next };
    }),
  showPane: (shownPane) => set({ shownPane }),
  setFolded: (folded) => set({ folded }),
  setMaximized: (maximized) => set({ maximized }),
  showView: (view) => set({ view }),
  setTheme: (theme) => set({ theme }),
  setContext: (some) =>
    set(({ captures, current }) => ({ captures: specifyContext(captures, current, some) })),
  openDialog: (dialog) => set({ dialog }),
  announce: (announcement) => set({ announcement }),
}));

/** The capture that is shown, or `undefined` if nothing is open. */
export function useCurrent(): OpenCapture | undefined {
  return useInspector(({ captures, current }) => captures[current]);
}

/** What the user specified about the capture that is shown. */
export function useChosenContext(): ChosenContext {
  return useInspector(({ captures, current }) => captures[current]?.context ?? nothingChosen);
}

/** The source of the capture that is shown, or `undefined` if nothing is open. */
export function useShownSource(): Source | undefined {
  return useInspector(getShownSource);
}

/** The source of the capture that a state shows, or `undefined` if nothing is open. */
export function getShownSource({ captures, current, sources }: Inspector): Source | undefined {
  const name = captures[current]?.capture?.source;
  return sources.find((source) => source.name === name);
}

/** Whether a capture has edits that could be undone. */
export function isEdited(open: OpenCapture | undefined): boolean {
  return (editingOf(open)?.undo.length ?? 0) > 0;
}

/** The editing of the payload that is shown, or `undefined` if there is none. */
export function useEditing(): Editing | undefined {
  return useInspector(({ captures, current }) => editingOf(captures[current]));
}

/** The editing of a capture, if it contains a payload and has been shown. */
export function editingOf(open: OpenCapture | undefined): Editing | undefined {
  return open?.content?.kind === "payload" ? open.content.editing : undefined;
}
