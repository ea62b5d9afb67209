/** A part of a sentence: text, or the name of an exchange. */
export interface ObservationPart {
  readonly text: string;
  /** The exchange that the part names; `undefined` for other text. */
  readonly exchange: string | undefined;
  /** Whether the sentence says that something was returned there, so that the response is meant. */
  readonly isReturned: boolean;
}

/** Splits "#8 returned 12, #10 sent 11." into the exchanges that it names and the text between them. */
export function splitObservation(text: string, names: ReadonlySet<string>): readonly ObservationPart[] {
  const parts: ObservationPart[] = [];
  let end = 0;
  const addText = (to: number): void => {
    if (to > end) parts.push({ text: text.slice(end, to), exchange: undefined, isReturned: false });
  };
  for (const match of text.matchAll(/#([^\s,;:]*[^\s,;:.])/g)) {
    const name = match[1] ?? "";
    if (!names.has(name)) continue;
    addText(match.index);
    end = match.index + match[0].length;
    parts.push({ text: match[0], exchange: name, isReturned: text.startsWith(" returned", end) });
  }
  addText(text.length);
  return parts;
}
