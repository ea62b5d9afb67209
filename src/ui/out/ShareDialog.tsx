import { useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { takeBefore } from "../../bytes/cut";
import { excerpt } from "../../document/edits/excerpt";
import { lengthWarning, type SharedPayload, writeShareFragment } from "../../share/link";
import type { Editing } from "../../store/editing";
import { type OpenCapture, useCurrent, useEditing, useInspector } from "../../store/inspector";
import { PageDialog } from "../dialog/PageDialog";
import { nodeName, selectedNode } from "../tree/selected";
import { copyText } from "./copyText";
import { toSharedPayload } from "./sharing";
import "./out.css";

/** A link that contains the payload. The dialog says so, and shows the link's length, before it is copied. */
export default function ShareDialog() {
  const editing = useEditing();
  const open = useCurrent();
  return editing === undefined || open === undefined ? null : <Links editing={editing} open={open} />;
}

function Links({ editing, open }: { readonly editing: Editing; readonly open: OpenCapture }) {
  const selection = useInspector((state) => state.selection?.range);
  const selected = selectedNode(useInspector());
  const whole = useMemo(() => toSharedPayload(editing, open, selection), [editing, open, selection]);
  const alone = useMemo(
    () => selected && makeExcerpt(whole, excerpt(selected.document, selected.node)),
    [whole, selected],
  );
  return (
    <PageDialog title="Share as a link">
      <p className="share-note">
        The link contains the whole payload, compressed. Anyone who has the link can read the payload, and
        programs that handle the link might store it. Nothing is uploaded: the part after the # never leaves
        the browser that opens the link.
      </p>
      <LinkLine title="Whole payload" shared={whole} />
      {alone && selected && (
        <LinkLine title={`Only ${nodeName(selected.document, selected.node)}`} shared={alone} />
      )}
    </PageDialog>
  );
}

/** An excerpt of the payload, without the text and selection of the whole. */
function makeExcerpt(
  { text: _text, selection: _selection, ...whole }: SharedPayload,
  bytes: Uint8Array,
): SharedPayload {
  return { ...whole, label: `Part of ${whole.label}`, bytes };
}

function LinkLine({ title, shared }: { readonly title: string; readonly shared: SharedPayload }) {
  const link = useLink(shared);
  const warning = link === undefined ? undefined : lengthWarning(link.length);
  return (
    <div className="share-line" role="group" aria-label={title}>
      <p>
        <strong>{title}</strong> {link === undefined ? "…" : `${link.length.toLocaleString("en")} characters`}
      </p>
      {warning !== undefined && <p className="share-warning">▲ {warning}</p>}
      <Button
        className="button"
        isDisabled={link === undefined}
        onPress={() => link !== undefined && void copyText("link", link)}
      >
        Copy link
      </Button>
    </div>
  );
}

/** The link to what is shared; `undefined` until it is compressed. */
function useLink(shared: SharedPayload): string | undefined {
  const [link, setLink] = useState<string>();
  useEffect(() => {
    let isMounted = true;
    void writeShareFragment(shared).then((fragment) => {
      if (isMounted) setLink(takeBefore(location.href, "#") + fragment);
    });
    return () => {
      isMounted = false;
    };
  }, [shared]);
  return link;
}
