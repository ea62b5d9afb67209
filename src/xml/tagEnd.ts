const STOP = /["'<>]/g;
const QUOTE_STOPS: Readonly<Record<string, RegExp>> = { '"': /["<]/g, "'": /['<]/g };

/** The first match of a global pattern at or after a place; `undefined` if there is none. */
function findFrom(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/**
 * Just after the `>` that ends a tag, given a place in the tag after its name; -1 if another tag or the end
 * of the text comes first. A `>` in a quoted value ends nothing; a `<` can't stand in one [XML 1.0 AttValue].
 *
 * Each call reads no further than the next `<`, so that looking for the end of every tag reads a text once. A
 * pattern for a whole tag would give back what it took for the name, one character at a time, and read the
 * rest again after each.
 */
export function findTagEnd(text: string, at: number): number {
  let stop = findFrom(STOP, text, at);
  while (stop !== undefined) {
    const [found] = stop;
    if (found === "<") return -1;
    if (found === ">") return stop.index + 1;
    const closing = findFrom(QUOTE_STOPS[found] ?? STOP, text, stop.index + 1);
    if (closing === undefined || closing[0] === "<") return -1;
    stop = findFrom(STOP, text, closing.index + 1);
  }
  return -1;
}
