import { create } from "zustand";
import type { DocHit } from "../../assist/searchDocs";
import { useInspector } from "../../store/inspector";

/** The page of the documentation that Explain shows in place of the selection; `undefined` for none. */
export const useExplained = create<{ readonly hit: DocHit | undefined }>()(() => ({ hit: undefined }));

/** Shows a page of the documentation in Explain. */
export function showDocumentation(hit: DocHit): void {
  useExplained.setState({ hit });
  useInspector.getState().showPane("explain");
}
