import { useState } from "react";
import { Button } from "react-aria-components";

/** A longer text takes the browser seconds to wrap. */
const MAX_AT_ONCE = 200_000;

interface Props {
  readonly text: string;
  /** What it is, for a screen reader. */
  readonly label: string;
}

/** A text as it is, wrapped. Of a very long one the beginning, with a button that shows all of it. */
export function WholeText({ text, label }: Props) {
  const [isWhole, setWhole] = useState(text.length <= MAX_AT_ONCE);
  return (
    <>
      {!isWhole && (
        <p className="body-note">
          The first {MAX_AT_ONCE.toLocaleString("en")} of {text.length.toLocaleString("en")} characters.{" "}
          <Button className="button is-small" onPress={() => setWhole(true)}>
            Show all
          </Button>
        </p>
      )}
      <pre className="body-text" role="document" aria-label={label} tabIndex={0}>
        {isWhole ? text : text.slice(0, MAX_AT_ONCE)}
      </pre>
    </>
  );
}
