import "./text.css";

/** A body that is not WBXML, shown as text. Nothing in it is run or loaded. */
export function TextPane({
  text,
  contentType,
}: {
  readonly text: string;
  readonly contentType: string | undefined;
}) {
  return (
    <div className="text-pane">
      <p className="text-about">
        This body is not WBXML{contentType === undefined ? "" : `, but ${contentType}`}. It is shown as text;
        nothing in it is run or loaded.
      </p>
      <pre className="text-body" role="document" aria-label="Text of the body" tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}
