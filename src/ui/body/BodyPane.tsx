import { ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo } from "react";
import type { LinkedDocument } from "../../document/open";
import { readHtml, readRtf } from "../../eas/values/bodyText";
import { formatCount, type ValueRow } from "../../eas/values/reading";
import { useCurrent, useInspector } from "../../store/inspector";
import { nodeRange } from "../../wbxml/tokenTable";
import { IconButton } from "../kit/IconButton";
import { findBodies } from "./findBody";
import { MimeBody } from "./MimeBody";
import { readBody, readRtfText, type ShownBody } from "./readBody";
import { SaveBytes } from "./SaveBytes";
import { WholeText } from "./WholeText";
import "./body.css";

const NO_PARTS: readonly Uint8Array[] = [];

/** What it is the body of: a payload. */
export interface Props {
  readonly document: LinkedDocument;
}

/**
 * The body of the item that contains the selection, otherwise the first body of the payload, as text. Nothing
 * in it is run or loaded.
 */
export default function BodyPane({ document }: Props) {
  const at = useInspector(({ selection }) => selection?.range.start);
  const parts = useCurrent()?.capture?.parts ?? NO_PARTS;
  const { shown, all } = useMemo(() => findBodies(document, at), [document, at]);
  const body = useMemo(
    () => (shown === undefined ? undefined : readBody(document, shown, parts)),
    [document, shown, parts],
  );
  if (shown === undefined || body === undefined)
    return (
      <p className="body-none">
        {all === undefined
          ? "This payload is too large to look for its bodies. Select an item to see its body."
          : "No item of this payload has a body."}
      </p>
    );
  return (
    <div className="body-pane">
      <div className="body-head">
        <p className="body-about">{[body.title, ...body.facts].join(" · ")}</p>
        {all !== undefined && all.length > 1 && <Steps document={document} all={all} shown={shown} />}
      </div>
      <Content key={shown} body={body} />
    </div>
  );
}

interface StepsProps extends Props {
  readonly all: readonly number[];
  readonly shown: number;
}

/** Buttons that select the body before and the next one. */
function Steps({ document, all, shown }: StepsProps) {
  const place = all.indexOf(shown);
  const select = (step: 1 | -1): void => {
    const next = all[place + step];
    if (next !== undefined) useInspector.getState().select(nodeRange(document.tree.tokens, next), "go");
  };
  return (
    <div className="body-steps" role="group" aria-label="Bodies of this payload">
      <span className="body-place">
        {place + 1} of {all.length}
      </span>
      <IconButton
        icon={ChevronLeft}
        label="Previous body"
        isDisabled={place === 0}
        onPress={() => select(-1)}
      />
      <IconButton
        icon={ChevronRight}
        label="Next body"
        isDisabled={place === all.length - 1}
        onPress={() => select(1)}
      />
    </div>
  );
}

function Content({ body: { kind, content } }: { readonly body: ShownBody }) {
  if (content === undefined) return <p className="body-none">The content of this body was not sent.</p>;
  if (kind === "mime") return <MimeBody message={content} />;
  if (typeof content !== "string") return <SaveBytes bytes={content} />;
  if (kind === "rtf") return <RtfBody text={content} />;
  return (
    <>
      {kind === "html" && <HtmlNotes text={content} />}
      <WholeText text={content} label="Text of the body" />
    </>
  );
}

/** What HTML would load or run. */
function HtmlNotes({ text }: { readonly text: string }) {
  const { rows } = useMemo(() => readHtml(text), [text]);
  const notes = rows.filter(({ label }) => label !== "Characters");
  return notes.length > 0 && <Rows rows={notes} />;
}

function RtfBody({ text }: { readonly text: string }) {
  const { summary, rows, problems } = useMemo(() => readRtf(text), [text]);
  const decoded = useMemo(() => readRtfText(text), [text]);
  return (
    <>
      <p className="body-note">
        {summary}
        {decoded === undefined
          ? `. Not decoded here: ${formatCount(text.length, "character")} of base64`
          : ""}
      </p>
      <Rows rows={rows} />
      {problems.map(({ code, message }) => (
        <p key={code} className="body-note input-problem is-warning">
          {message}
        </p>
      ))}
      <WholeText text={decoded ?? text} label="Text of the body" />
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly ValueRow[] }) {
  return (
    <dl className="body-rows">
      {rows.map(({ label, value }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
