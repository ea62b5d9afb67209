import { create } from "zustand";
import type { ByteRange } from "../bytes/range";
import type { Capture, Reading } from "../formats/format";
import { type ChosenContext, nothingChosen } from "../session/messageContext";
import type { Editing } from "./editing";

/**
 * The panes that can have a selection or hover. Each draws what others selected and scrolls to it; the one in
 * use does not.
 */
export type Pane = "tree" | "xml" | "bytes" | "problems" | "explain" | "go";

/** A range of bytes that a pane has selected or hovers over. */
export interface Pointed {
  readonly range: ByteRange;
  readonly by: Pane;
  /** The byte of it that was meant, where it was one byte: typing writes there. */
  readonly at?: number;
}

/** The panes that can be folded away. */
export type PaneName = "captures" | "tree" | "xml" | "explain" | "bytes" | "problems";

/** A place that was selected: in which capture, and which bytes. */
export interface Place {
  readonly capture: number;
  readonly range: ByteRange;
}

/** Places to go back to and forward to again, the nearest last. */
export interface Trail {
  readonly back: readonly Place[];
  readonly forward: readonly Place[];
  /** When the place that is shown was come to, in milliseconds. */
  readonly since: number;
}

/** Which colours the page has; `system` follows the system. */
export type Theme = "system" | "light" | "dark" | "contrast";

/**
 * What can stand open over the panes, one at a time. "node", "value" and "child" stand at the selected row of
 * the tree.
 */
export type DialogName =
  | "node"
  | "value"
  | "child"
  | "palette"
  | "shortcuts"
  | "search"
  | "compare"
  | "templates"
  | "faults"
  | "export"
  | "share"
  | "offset"
  | "kept";

/**
 * What a capture holds: a payload that can be edited, or a text that is none (an error page, mail,
 * Autodiscover).
 */
export type CaptureContent =
  | { readonly kind: "payload"; readonly editing: Editing }
  | { readonly kind: "text"; readonly text: string };

/** One message of what was opened, with what has been done to it. */
export interface OpenCapture {
  readonly label: string;
  /** As it was read; `undefined` for an example. */
  readonly capture: Capture | undefined;
  /** What it holds; `undefined` until it is first shown. */
  readonly content: CaptureContent | undefined;
}

/** A long read under way: what is being read, how much of it (0 to 1), and how to stop it. */
export interface Busy {
  readonly what: string;
  readonly done: number;
  readonly cancel: () => void;
}

/** A locked file that waits for its password; `answer` without one gives up. */
export interface Asking {
  readonly name: string;
  readonly wasWrong: boolean;
  readonly answer: (password: string | undefined) => void;
}

/** Facts about what the page shows. Everything else is computed from them. */
export interface Inspector {
  readonly captures: readonly OpenCapture[];
  readonly current: number;
  /** What the last input was taken for; `undefined` for an example and before the first input. */
  readonly reading: Reading | undefined;
  readonly busy: Busy | undefined;
  readonly asking: Asking | undefined;
  /** What stands open over the panes. */
  readonly dialog: DialogName | undefined;
  /** What a screen reader is told. */
  readonly announcement: string;
  readonly selection: Pointed | undefined;
  readonly hover: Pointed | undefined;
  readonly trail: Trail;
  /** Panes that are folded away. */
  readonly folded: ReadonlySet<PaneName>;
  /** Byte offsets of the tags whose elements are shown closed in the tree. */
  readonly collapsed: ReadonlySet<number>;
  readonly theme: Theme;
  readonly context: ChosenContext;
  readonly select: (range: ByteRange | undefined, by: Pane, at?: number) => void;
  readonly point: (range: ByteRange | undefined, by: Pane) => void;
  readonly toggle: (offset: number) => void;
  readonly setFolded: (folded: ReadonlySet<PaneName>) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setContext: (context: Partial<ChosenContext>) => void;
  readonly openDialog: (dialog: DialogName | undefined) => void;
  readonly announce: (text: string) => void;
}

/** The trail of somebody who just came. */
export const noTrail: Trail = { back: [], forward: [], since: 0 };

/** What nothing pointed at and nothing closed looks like. */
export const fresh = {
  current: 0,
  selection: undefined,
  hover: undefined,
  collapsed: new Set<number>(),
} as const;

const MOST_PLACES = 200;
const WALKED_OVER = 800;

/** The trail after leaving a place. One that was only passed, on the way to another, is not kept. */
function left({ trail, selection, current }: Inspector, range: ByteRange | undefined, now: number): Trail {
  const isSame = selection?.range.start === range?.start && selection?.range.end === range?.end;
  if (isSame || selection === undefined) return { ...trail, since: now };
  if (now - trail.since < WALKED_OVER) return { ...trail, forward: [], since: now };
  return {
    back: [...trail.back, { capture: current, range: selection.range }].slice(-MOST_PLACES),
    forward: [],
    since: now,
  };
}

/** The page's state. Components subscribe to the part they draw. */
export const useInspector = create<Inspector>()((set) => ({
  captures: [],
  ...fresh,
  reading: undefined,
  busy: undefined,
  asking: undefined,
  dialog: undefined,
  announcement: "",
  theme: "system",
  context: nothingChosen,
  trail: noTrail,
  folded: new Set(),
  select: (range, by, at) =>
    set((state) => ({
      selection: range && { range, by, ...(at !== undefined && { at }) },
      trail: left(state, range, Date.now()),
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
  setFolded: (folded) => set({ folded }),
  setTheme: (theme) => set({ theme }),
  setContext: (some) => set(({ context }) => ({ context: { ...context, ...some } })),
  openDialog: (dialog) => set({ dialog }),
  announce: (announcement) => set({ announcement }),
}));

/** The capture that is shown; `undefined` while nothing is open. */
export function useCurrent(): OpenCapture | undefined {
  return useInspector(({ captures, current }) => captures[current]);
}

/** The payload that is shown, as it is being edited; `undefined` where there is none. */
export function useEditing(): Editing | undefined {
  return useInspector(({ captures, current }) => editingOf(captures[current]));
}

/** The editing of a capture that holds a payload and has been shown. */
export function editingOf(open: OpenCapture | undefined): Editing | undefined {
  return open?.content?.kind === "payload" ? open.content.editing : undefined;
}
