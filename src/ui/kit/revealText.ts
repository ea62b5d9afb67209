import type { TextRange } from "../../bytes/range";

type Reveal = (range: TextRange) => void;

let reveal: Reveal | undefined;

/**
 * Shows a range of the XML text in the editor and puts the cursor there. Does nothing if there is no editor.
 */
export function revealText(range: TextRange): void {
  reveal?.(range);
}

/** Sets how the editor shows a range; `undefined` when the editor goes away. */
export function onReveal(how: Reveal | undefined): void {
  reveal = how;
}
