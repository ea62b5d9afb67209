import { useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { takeBefore } from "../../bytes/cut";
import { excerpt } from "../../document/edits/excerpt";
import { fitsLink, lengthWarning, type SharedPayload, writeShareFragment } from "../../share/link";
import type { Editing } from "../../store/editing";
import { type OpenCapture, useCurrent, useEditing, useInspector } from "../../store/inspector";
import { nodeRange } from "../../wbxml/tokenTable";
import { copyText } from "../kit/copyText";
import { PageDialog } from "../kit/dialog/PageDialog";
import { nodeName, type SelectedNode, selectedNode } from "../kit/selected";
import { toSharedPayload } from "./sharing";
import "./export.css";

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
  const alone = useMemo(() => selected && shareNode(whole, selected), [whole, selected]);
  return (
    <PageDialog title="Share as a link">
      <p className="share-note">
        The link contains the whole payload, compressed. Anyone who has the link can read the payload, and
        programs that handle the link might store it. Nothing is uploaded: the part after the # never leaves
        the browser that opens the link.
      </p>
      <LinkLine title="Whole payload" shared={whole} />
      {selected && <LinkLine title={`Only ${nodeName(selected.document, selected.node)}`} shared={alone} />}
    </PageDialog>
  );
}

/** A node of the payload, without the text and selection of the whole; `undefined` if it is too large. */
function shareNode(
  { text: _text, selection: _selection, ...whole }: SharedPayload,
  { document, node }: SelectedNode,
): SharedPayload | undefined {
  const { start, end } = nodeRange(document.tree.tokens, node);
  if (!fitsLink(end - start)) return undefined;
  return { ...whole, label: `Part of ${whole.label}`, bytes: excerpt(document, node) };
}

/** In the place of a link that can't be made. */
const TOO_LONG = "too long";

function LinkLine({ title, shared }: { readonly title: string; readonly shared: SharedPayload | undefined }) {
  const link = useLink(shared);
  if (link === TOO_LONG)
    return (
      <div className="share-line" role="group" aria-label={title}>
        <p>
          <strong>{title}</strong>
        </p>
        <p className="share-warning">
          ▲ Too large for a link: browsers open no link of more than 2 million characters, and this page none
          with more than 16 MB in it. Send the payload as a file, or share a smaller part of it.
        </p>
      </div>
    );
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
function useLink(shared: SharedPayload | undefined): string | undefined {
  const [link, setLink] = useState<string>();
  useEffect(() => {
    let isMounted = true;
    const writing = shared === undefined ? Promise.resolve(undefined) : writeShareFragment(shared);
    void writing.then((fragment) => {
      if (isMounted) setLink(fragment === undefined ? TOO_LONG : takeBefore(location.href, "#") + fragment);
    });
    return () => {
      isMounted = false;
    };
  }, [shared]);
  return link;
}
