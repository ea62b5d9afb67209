import { type MouseEvent, type PointerEvent, useEffect, useRef } from "react";
import type { LinkedDocument } from "../../document/open";
import { useInspector } from "../../store/inspector";
import { tokenAt, tokenRange } from "../../wbxml/tokenTable";
import { type Drag, type Grip, type Place, startDrag } from "./drag";
import { findOffset } from "./offsetAt";
import { spanTo, toSpan } from "./span";
import type { Selecting } from "./useSelecting";

/** How long a finger rests on a byte to start a range, in milliseconds. */
const LONG = 500;
/** A finger that moves further than this scrolls, in pixels. */
const STEADY = 10;

/** A button or finger that is down on a byte. */
interface Press extends Place {
  readonly offset: number;
  readonly timer: ReturnType<typeof setTimeout> | undefined;
}

interface Pointer {
  press?: Press | undefined;
  drag?: Drag | undefined;
  /** Whether a finger was used last. */
  isTouch: boolean;
  /** Whether what is down has selected something, so that the click after it selects nothing else. */
  isDone: boolean;
}

/** Handlers of what is done with a mouse, a pen or fingers. */
export interface Pointing {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onPointerLeave: () => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}

/**
 * Selecting by pointing: a click selects the token of a byte; a drag, a click with Shift, or a finger that
 * rests selects a range. `onSecondTap` is called when a finger taps what is selected.
 */
export function usePointing(
  document: LinkedDocument,
  selecting: Selecting,
  onSecondTap: () => void,
): Pointing {
  const { scroller } = selecting;
  const pointer = useRef<Pointer>({ isTouch: false, isDone: false });
  useEffect(() => holdStill(scroller.current, pointer.current), [scroller]);
  const end = (): void => letGo(pointer.current);
  return {
    onPointerDown: (event) => press(event, pointer.current, selecting),
    onPointerMove: (event) => {
      const offset = move(event, pointer.current, selecting);
      if (event.pointerType !== "touch") hoverToken(document, offset);
    },
    onPointerUp: end,
    onPointerCancel: end,
    onPointerLeave: () => useInspector.getState().point(undefined, "bytes"),
    onClick: (event) => {
      const offset = findOffset(event.target);
      if (pointer.current.isDone || offset === undefined) return;
      if (pointer.current.isTouch && isSelected(offset, selecting)) onSecondTap();
      else select(offset, event.shiftKey, document, selecting);
    },
    onContextMenu: (event) => pointer.current.isTouch && event.preventDefault(),
  };
}

/** Starts what a press can become: a click, a drag of a handle or, with a finger that rests, a range. */
function press(event: PointerEvent<HTMLElement>, pointer: Pointer, selecting: Selecting): void {
  if (!event.isPrimary || event.button !== 0) return;
  letGo(pointer);
  const { pointerId, clientX: x, clientY: y } = event;
  pointer.isTouch = event.pointerType === "touch";
  pointer.isDone = false;
  const end = event.target instanceof HTMLElement ? event.target.dataset["handle"] : undefined;
  const range = selecting.selection?.range;
  if (end !== undefined && range !== undefined) {
    const { anchor, focus } = toSpan(range);
    const [fixed, dragged] = end === "start" ? [focus, anchor] : [anchor, focus];
    return drag(
      { pointerId, at: { x, y }, aside: measureAside(dragged, { x, y }) },
      fixed,
      pointer,
      selecting,
    );
  }
  const offset = findOffset(event.target);
  if (offset === undefined) return;
  const rest = (): void => drag({ pointerId, at: { x, y } }, offset, pointer, selecting);
  pointer.press = { offset, x, y, timer: pointer.isTouch ? setTimeout(rest, LONG) : undefined };
}

function drag(grip: Grip, anchor: number, pointer: Pointer, { scroller, extend }: Selecting): void {
  if (scroller.current === null) return;
  const hasHandles = pointer.isTouch;
  pointer.isDone = true;
  pointer.drag = startDrag(scroller.current, grip, (focus) => extend({ anchor, focus }, { hasHandles }));
}

/** How far the middle of a byte is from a place. */
function measureAside(offset: number, { x, y }: Place): Place {
  const rect = window.document.getElementById(`byte-${offset}`)?.getBoundingClientRect();
  if (rect === undefined) return { x: 0, y: 0 };
  return { x: rect.left + rect.width / 2 - x, y: rect.top + rect.height / 2 - y };
}

/** Follows the pointer: a drag goes on or starts, a finger that scrolls no longer rests. Returns its byte. */
function move(event: PointerEvent<HTMLElement>, pointer: Pointer, selecting: Selecting): number | undefined {
  const { pointerId, clientX: x, clientY: y } = event;
  const { press: down } = pointer;
  const offset = findOffset(event.target);
  if (pointer.drag !== undefined) pointer.drag.move(x, y);
  else if (down === undefined) return offset;
  else if (pointer.isTouch) {
    if (Math.hypot(x - down.x, y - down.y) > STEADY) letGo(pointer);
  } else if (event.buttons === 1 && offset !== undefined && offset !== down.offset)
    drag({ pointerId, at: { x, y } }, down.offset, pointer, selecting);
  return offset;
}

/** Whether a finger that taps a byte taps what is selected: the byte, or a range that has handles. */
function isSelected(offset: number, { selection, extended, at }: Selecting): boolean {
  if (selection?.by !== "bytes") return false;
  const { start, end } = selection.range;
  return offset === at || (extended?.hasHandles === true && offset >= start && offset < end);
}

/** Selects the token of a byte; with Shift, everything from the selection to the byte. */
function select(
  offset: number,
  isExtended: boolean,
  { tree: { tokens } }: LinkedDocument,
  { selection, go, extend }: Selecting,
): void {
  if (isExtended && selection !== undefined) extend(spanTo(selection.range, offset));
  else go(tokenRange(tokens, tokenAt(tokens, offset)), offset);
}

function letGo(pointer: Pointer): void {
  clearTimeout(pointer.press?.timer);
  pointer.drag?.end();
  pointer.press = undefined;
  pointer.drag = undefined;
}

/** Keeps a finger from scrolling while it drags. Returns what stops that. */
function holdStill(element: HTMLElement | null, pointer: Pointer): (() => void) | undefined {
  if (element === null) return undefined;
  const hold = (event: TouchEvent): void => {
    if (pointer.drag !== undefined) event.preventDefault();
  };
  element.addEventListener("touchmove", hold, { passive: false });
  return () => {
    element.removeEventListener("touchmove", hold);
    letGo(pointer);
  };
}

/** Makes the token of a byte the hovered one in all panes. */
function hoverToken({ tree: { tokens } }: LinkedDocument, offset: number | undefined): void {
  const token = offset === undefined ? -1 : tokenAt(tokens, offset);
  useInspector.getState().point(token < 0 ? undefined : tokenRange(tokens, token), "bytes");
}
