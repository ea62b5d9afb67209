import { useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { excerpt } from "../../document/edits/excerpt";
import { lengthWarning, type Shared, writeShareFragment } from "../../share/link";
import type { Editing } from "../../store/editing";
import { type OpenCapture, useCurrent, useEditing, useInspector } from "../../store/inspector";
import { PageDialog } from "../dialog/PageDialog";
import { nodeName, selectedNode } from "../tree/selected";
import { copyText } from "./copyText";
import { sharedOf } from "./sharing";
import "./out.css";

/** A link that holds the payload: its size is said before it is copied, and that it holds the payload. */
export default function ShareDialog() {
  const editing = useEditing();
  const open = useCurrent();
  return editing === undefined || open === undefined ? null : <Links editing={editing} open={open} />;
}

function Links({ editing, open }: { readonly editing: Editing; readonly open: OpenCapture }) {
  const chosen = useInspector((state) => state.context);
  const selection = useInspector((state) => state.selection?.range);
  const selected = selectedNode(useInspector());
  const whole = useMemo(() => sharedOf(editing, open, chosen, selection), [editing, open, chosen, selection]);
  const alone = useMemo(
    () => selected && part(whole, excerpt(selected.document, selected.node)),
    [whole, selected],
  );
  return (
    <PageDialog title="Share as a link">
      <p className="share-note">
        The link holds the whole payload, compressed: whoever has it can read it, and programs that it goes
        through may keep it. Nothing is uploaded: the part behind the # stays in the browser that opens it.
      </p>
      <LinkLine title="The whole payload" shared={whole} />
      {alone && selected && (
        <LinkLine title={`${nodeName(selected.document, selected.node)} alone`} shared={alone} />
      )}
    </PageDialog>
  );
}

/** A part of a payload has no text and no selection of the whole's. */
function part({ text: _text, selection: _selection, ...whole }: Shared, bytes: Uint8Array): Shared {
  return { ...whole, label: `Part of ${whole.label}`, bytes };
}

function LinkLine({ title, shared }: { readonly title: string; readonly shared: Shared }) {
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
        Copy the link
      </Button>
    </div>
  );
}

/** The link to what is shared; `undefined` until it is compressed. */
function useLink(shared: Shared): string | undefined {
  const [link, setLink] = useState<string>();
  useEffect(() => {
    let isMounted = true;
    void writeShareFragment(shared).then((fragment) => {
      if (isMounted) setLink(location.href.replace(/#.*$/, "") + fragment);
    });
    return () => {
      isMounted = false;
    };
  }, [shared]);
  return link;
}
