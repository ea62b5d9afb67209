import { create } from "zustand";
import { formatHex } from "../../bytes/hex";
import { useInspector } from "../../store/inspector";
import type { WriteMode } from "./byteEdits";

/** Whether typing into the bytes overwrites them or inserts new ones. */
export interface InsertMode {
  readonly mode: WriteMode;
  /** Changes from one to the other. */
  readonly toggle: () => void;
}

/** Whether typing into the bytes overwrites or inserts, for the bytes and for whatever shows it. */
export const useInsertMode = create<InsertMode>()((set) => ({
  mode: "overwrite",
  toggle: () => set(({ mode }) => ({ mode: mode === "insert" ? "overwrite" : "insert" })),
}));

/** The offset of the selected byte as it is shown, "0x0034"; `undefined` if nothing is selected. */
export function useSelectedOffset(): string | undefined {
  const at = useInspector(({ selection }) => selection?.at ?? selection?.range.start);
  return at === undefined ? undefined : `0x${formatHex(at)}`;
}
