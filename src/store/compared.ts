import { create } from "zustand";

/** What is to be compared with the capture that is shown, when the comparison is shown the next time. */
interface Compared {
  /** The index of the other capture; `undefined` if the user chose none. */
  readonly other: number | undefined;
}

/** What is to be compared with the capture that is shown. */
export const useCompared = create<Compared>()(() => ({ other: undefined }));

/** Chooses a capture for the comparison that is shown next. */
export function chooseCompared(other: number): void {
  useCompared.setState({ other });
}

/** Forgets what was chosen, once it is compared. */
export function forgetCompared(): void {
  useCompared.setState({ other: undefined });
}
