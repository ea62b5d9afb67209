import type { TextRange } from "../../bytes/range";

type Reveal = (range: TextRange) => void;

let reveal: Reveal | undefined;

/** Shows a range of the XML text in the editor, where one is there, and puts the cursor into it. */
export function revealText(range: TextRange): void {
  reveal?.(range);
}

/** The editor says how it shows a range; `undefined` when it goes away. */
export function onReveal(how: Reveal | undefined): void {
  reveal = how;
}
