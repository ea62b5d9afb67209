/** The text before the first occurrence of a mark; the whole text if there is none. */
export function takeBefore(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}

/**
 * A text without the characters at its end that are among `chars`. A pattern like `/=+$/` starts anew at each
 * character of a run that is not at the end.
 */
export function dropTrailing(text: string, chars: string): string {
  let to = text.length;
  while (to > 0 && chars.includes(text.charAt(to - 1))) to--;
  return text.slice(0, to);
}
