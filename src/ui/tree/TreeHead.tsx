import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { LinkedDocument } from "../../document/open";
import { useInspector } from "../../store/inspector";
import { nodeRange } from "../../wbxml/tokenTable";
import { IconButton } from "../kit/IconButton";
import { findRow } from "./findRow";
import { withoutAncestors } from "./foldAll";
import { rowAtByte } from "./rows";

/** The head of the tree: a button that finds in it, and when it is pressed, a field for that. */
export function TreeHead({ document }: { readonly document: LinkedDocument }) {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    window.document.querySelector<HTMLElement>("[role='tree']")?.focus();
  };
  return (
    <>
      {isOpen && <FindField document={document} onClose={close} />}
      <IconButton
        icon={Search}
        label="Find in the tree"
        isOn={isOpen}
        onPress={() => (isOpen ? close() : setOpen(true))}
      />
    </>
  );
}

interface FindFieldProps {
  readonly document: LinkedDocument;
  readonly onClose: () => void;
}

/** Enter goes to the next row with the words, Shift and Enter to the one before, Escape back to the tree. */
function FindField({ document, onClose }: FindFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isMissing, setMissing] = useState(false);
  const find = useFind(document, setMissing);
  useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, shiftKey, currentTarget } = event;
    if (key !== "Enter" && key !== "Escape") return;
    event.preventDefault();
    if (key === "Escape") onClose();
    else if (currentTarget.value !== "") find(currentTarget.value, shiftKey ? -1 : 1);
  };
  return (
    <>
      <span role="status" className="tree-find-none">
        {isMissing && "Not found"}
      </span>
      <input
        ref={field}
        type="search"
        className="tree-find"
        aria-label="Find in the tree"
        placeholder="Name or value, Enter"
        spellCheck={false}
        onChange={() => setMissing(false)}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

/** Goes to the next row with some words. A search gives up when the next one starts. */
function useFind(document: LinkedDocument, setMissing: (isMissing: boolean) => void) {
  const going = useRef(new AbortController());
  useEffect(() => () => going.current.abort(), []);
  return (words: string, step: 1 | -1): void => {
    going.current.abort();
    going.current = new AbortController();
    const { signal } = going.current;
    const { selection } = useInspector.getState();
    const rows = document.rows();
    const from = selection === undefined ? -1 : rowAtByte(document, rows, selection.range.start);
    void findRow(document, { words, from, step, signal }).then((row) => {
      if (signal.aborted) return;
      setMissing(row < 0);
      if (row >= 0) goToNode(document, rows.nodes[row] ?? -1);
    });
  };
}

/** Selects a node, and unfolds what is around it. */
function goToNode(document: LinkedDocument, node: number): void {
  const { collapsed, select } = useInspector.getState();
  useInspector.setState({ collapsed: withoutAncestors(document, collapsed, node) });
  select(nodeRange(document.tree.tokens, node), "go");
}
