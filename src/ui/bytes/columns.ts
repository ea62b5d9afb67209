import { create } from "zustand";
import { readStored, STORED, writeStored } from "../../browser/storage";

/** How many bytes a row can have, the most first. */
const COLUMNS = [32, 24, 16, 8] as const;

/** How many bytes a row has. */
export type Columns = (typeof COLUMNS)[number];

/** What can be chosen: a number of columns, or as many as the pane has room for. */
export type ChosenColumns = Columns | "by-width";

/** Where a row begins and ends, how far its columns are apart, and the gap after eight bytes, in pixels. */
const EDGE = 12;
const BETWEEN = 16;
const GAP = 8;
const TIGHT = 4;
const TOUCHED = 28;

/** What the columns of a pane depend on. */
export interface Room {
  /** The width of the pane without its scroll bar, in pixels. */
  readonly width: number;
  /** The width of a character, in pixels. */
  readonly char: number;
  /** How many digits an offset has. */
  readonly digits: number;
  /** Whether bytes are to be hit with a finger. */
  readonly isTouched: boolean;
}

/** How many bytes a row has, and the width of each, in pixels. */
export interface Fit {
  readonly columns: Columns;
  readonly cell: number;
}

/** How many gaps there are between groups of eight in a number of bytes. */
export function countGaps(bytes: number): number {
  return Math.max(0, Math.ceil(bytes / GAP) - 1);
}

/** How far the left edge of a column is from that of the row, in pixels. */
export function placeColumn(column: number, cell: number, { char, digits }: Room): number {
  return EDGE + digits * char + BETWEEN + column * cell + Math.floor(column / 8) * GAP;
}

function measureRow(columns: number, cell: number, room: Room): number {
  const hex = columns * cell + countGaps(columns) * GAP;
  return EDGE + room.digits * room.char + BETWEEN + hex + BETWEEN + columns * room.char + EDGE;
}

/**
 * The columns that a pane has room for, or those that were chosen. Bytes stand as wide apart as there is
 * room for. The same room always gives the same columns.
 */
export function fitColumns(chosen: ChosenColumns, room: Room): Fit {
  const { width, char, isTouched } = room;
  const least = isTouched ? TOUCHED : 2 * char + TIGHT;
  const most = isTouched ? TOUCHED : 3 * char;
  const fitting = COLUMNS.find((columns) => measureRow(columns, least, room) <= width) ?? 8;
  const columns = chosen === "by-width" ? fitting : chosen;
  return { columns, cell: measureRow(columns, most, room) <= width ? most : least };
}

const KEY = `${STORED}byte-columns`;

/** What is stored as a choice of columns; anything else is a choice by width. */
export function readChosen(stored: string | undefined): ChosenColumns {
  return COLUMNS.find((columns) => String(columns) === stored) ?? "by-width";
}

/** The columns of the bytes: what was chosen, and how many are shown now. */
export interface ColumnsState {
  readonly chosen: ChosenColumns;
  readonly shown: Columns;
  /** Chooses columns, and remembers that in this browser. */
  readonly choose: (chosen: ChosenColumns) => void;
  /** Says how many columns are shown. Called by the pane alone. */
  readonly show: (shown: Columns) => void;
}

/** The columns of the bytes, for the pane and for its menu. */
export const useColumns = create<ColumnsState>()((set) => ({
  chosen: readChosen(readStored(KEY)),
  shown: 16,
  choose: (chosen) => {
    writeStored(KEY, chosen === "by-width" ? undefined : String(chosen));
    set({ chosen });
  },
  show: (shown) => set({ shown }),
}));

/** What the menu offers: 8 only where there is no room for more, or where it was chosen. */
export function listChoices(chosen: ChosenColumns, shown: Columns): readonly ChosenColumns[] {
  const some: readonly ChosenColumns[] = ["by-width", 16, 24, 32];
  return chosen === 8 || shown === 8 ? ["by-width", 8, 16, 24, 32] : some;
}
