import { type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { nodeAtByte } from "../../document/locate";
import { lineOfToken, writeLine } from "../../document/notation/lines";
import type { LinkedDocument } from "../../document/open";
import { useInspector } from "../../store/inspector";
import { nodeRange, startOf, tokenAt } from "../../wbxml/tokenTable";
import { keepFocus } from "../kit/rows/keepFocus";
import { useRows } from "../kit/rows/useRows";
import { colourLine } from "./lineColours";

const LINE_HEIGHT = 20;

/**
 * The XML of a large payload, read only: its lines, of which only those in view are written. A line that is
 * clicked selects its element.
 */
export function XmlLines({
  document,
  takesFocus,
}: {
  readonly document: LinkedDocument;
  /** Whether what had the focus has made room for the lines. */
  readonly takesFocus: boolean;
}) {
  const { scroller, space, drawn, count, active, onKeyDown, go } = useLines(document);
  const range = useInspector(({ selection }) => selection?.range);
  const hover = useInspector((state) => state.hover);
  const lines = document.lines();
  const { tokens } = document.tree;
  const hadFocus = useRef(takesFocus);
  useEffect(() => {
    if (hadFocus.current) scroller.current?.focus();
  }, [scroller]);
  return (
    <div
      ref={scroller}
      className="xml-lines"
      role="listbox"
      aria-label="XML, read only"
      style={{ "--digits": `${String(count).length}ch` } as CSSProperties}
      tabIndex={0}
      aria-activedescendant={active < 0 ? undefined : `xml-line-${active}`}
      onKeyDown={onKeyDown}
      onFocus={keepFocus}
      onPointerLeave={() => useInspector.getState().point(undefined, "xml")}
    >
      <div className="virtual-space" style={{ height: space }} role="presentation">
        {drawn.map(({ index, top }) => {
          const at = startOf(tokens, lines[index] ?? -1);
          const isIn = (some: { readonly start: number; readonly end: number } | undefined): boolean =>
            some !== undefined && at >= some.start && at < some.end;
          const isSelected = index === active || isIn(range); // a selected text starts behind its element
          return (
            <div
              key={index}
              id={`xml-line-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={isSelected}
              aria-setsize={count}
              aria-posinset={index + 1}
              className={`xml-line${isSelected ? " is-selected" : isIn(hover?.range) ? " is-hovered" : ""}`}
              style={{ transform: `translateY(${top}px)`, height: LINE_HEIGHT }}
              onClick={() => go(index)}
              onPointerEnter={() => pointAt(document, at)}
            >
              <span className="xml-number" aria-hidden="true">
                {index + 1}
              </span>
              <LineText text={writeLine(document, index)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function pointAt(document: LinkedDocument, offset: number): void {
  const node = nodeAtByte(document, offset);
  if (node >= 0) useInspector.getState().point(nodeRange(document.tree.tokens, node), "xml");
}

/** A line in the colours of the editor. Line breaks inside a value are shown as a mark. */
function LineText({ text }: { readonly text: string }) {
  return colourLine(text.replace(/\r?\n/g, "⏎")).map(({ kind, part }, index) => (
    <span key={index} className={`xml-${kind}`}>
      {part}
    </span>
  ));
}

/** The lines that are drawn, and that of the selection, which scrolls into view when another pane selects. */
function useLines(document: LinkedDocument) {
  const lines = document.lines();
  const { tokens } = document.tree;
  const active = useInspector(({ selection }) => {
    const at = selection?.by === "xml" ? (selection.at ?? selection.range.start) : selection?.range.start;
    return at === undefined ? -1 : lineOfToken(lines, tokenAt(tokens, at));
  });
  const by = useInspector(({ selection }) => selection?.by);
  const list = useRows({ count: lines.length, height: LINE_HEIGHT, active });
  const { scrollTo, pageSize } = list;
  useLayoutEffect(() => {
    if (active >= 0 && by !== "xml") scrollTo(active);
  }, [active, by, scrollTo]);

  const go = (line: number): void => {
    const at = startOf(tokens, lines[line] ?? -1);
    const node = nodeAtByte(document, at);
    if (node < 0) return;
    useInspector.getState().select(nodeRange(tokens, node), "xml", at);
    scrollTo(line);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const line = findTarget(event.key, active, lines.length, pageSize);
    if (line === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(line);
  };
  return { ...list, count: lines.length, active, go, onKeyDown };
}

/** The line that a key moves to; `undefined` for other keys. */
function findTarget(key: string, active: number, count: number, pageSize: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    Home: 0,
    End: count - 1,
    PageDown: active + pageSize,
    PageUp: active - pageSize,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.min(Math.max(target, 0), count - 1);
}
