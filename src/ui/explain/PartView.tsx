import { Button } from "react-aria-components";
import { download } from "../toolbar/download";

const MOST_SHOWN = 4000;

/**
 * The part of a multipart response that an `ItemOperations:Part` counts: what it holds, as text where it is
 * one, and a way to save it.
 */
export function PartView({
  number,
  parts,
}: {
  readonly number: number;
  readonly parts: readonly Uint8Array[];
}) {
  const part = parts[number - 1];
  if (part === undefined)
    return (
      <p className="input-problem is-warning">
        The response has no part {number}; it has {parts.length} besides this one.
      </p>
    );
  const text = textOf(part);
  return (
    <>
      <h4>
        Part {number}: {part.length.toLocaleString("en")} bytes
      </h4>
      <Button className="button is-small" onPress={() => download(part, `part-${number}.bin`)}>
        Save part {number}
      </Button>
      {text !== undefined && (
        <pre className="doc-example">{text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}</pre>
      )}
    </>
  );
}

/** The bytes as UTF-8; `undefined` where they are no text. */
function textOf(part: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(part);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined; // the decoder's way to say "not text"
  }
}
