import { Button } from "react-aria-components";
import { formatCount } from "../../eas/values/reading";
import { download } from "../kit/download";

const MAX_SHOWN = 4000;

/**
 * The part of a multipart response that an `ItemOperations:Part` refers to: its content, if it is text, and a
 * button to save it.
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
        The response has no part {number}. It has {formatCount(parts.length, "part")} besides the payload.
      </p>
    );
  const text = decodeText(part);
  return (
    <>
      <h4>
        Part {number}: {part.length.toLocaleString("en")} bytes
      </h4>
      <Button className="button is-small" onPress={() => download(part, `part-${number}.bin`)}>
        Save part {number}
      </Button>
      {text !== undefined && (
        <pre className="doc-example">{text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}</pre>
      )}
    </>
  );
}

/** The bytes as UTF-8 text, or `undefined` if they are not text. */
function decodeText(part: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(part);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined; // TextDecoder throws for bytes that are not text
  }
}
