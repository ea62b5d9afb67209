import { Delete } from "lucide-react";
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { formatHex } from "../../bytes/hex";
import { Icon } from "../kit/icons/Icon";
import { useInsertMode } from "./insertMode";
import "./hexKeys.css";

interface Props {
  /** The pane that the keys must not cover. */
  readonly pane: RefObject<HTMLElement | null>;
  readonly type: (digit: string) => void;
  readonly remove: () => void;
  readonly onDone: () => void;
}

const DIGITS = Array.from({ length: 16 }, (_, digit) => formatHex(digit, 1));

/**
 * Keys at the bottom edge of the page, for writing bytes with a finger: the hexadecimal digits, whether they
 * insert, and one that deletes. The focus stays in the bytes.
 */
export function HexKeys({ pane, type, remove, onDone }: Props) {
  const { mode, toggle } = useInsertMode();
  const place = useRoomFor(pane);
  const isInsert = mode === "insert";
  return createPortal(
    <div ref={place} className="hex-keys" role="group" aria-label="Hex keys">
      {DIGITS.map((digit) => (
        <HexKey key={digit} onPress={() => type(digit)}>
          {digit}
        </HexKey>
      ))}
      <HexKey
        name={isInsert ? "Insert, change to Overwrite" : "Overwrite, change to Insert"}
        look="is-wide"
        onPress={toggle}
      >
        {isInsert ? "Insert" : "Overwrite"}
      </HexKey>
      <HexKey name="Delete" look="is-wide" onPress={remove}>
        <Icon of={Delete} />
      </HexKey>
      <HexKey look="is-wide is-done" onPress={onDone}>
        Done
      </HexKey>
    </div>,
    document.body,
  );
}

interface KeyProps {
  /** What it is called, if that is not what it shows. */
  readonly name?: string;
  readonly look?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** One of the keys. It does not take the focus from the bytes. */
function HexKey({ name, look = "", onPress, children }: KeyProps) {
  return (
    <button
      type="button"
      className={`hex-key ${look}`}
      aria-label={name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

/** Keeps as much of the bottom of a pane free as the keys cover. Returns the place of the keys. */
function useRoomFor(pane: RefObject<HTMLElement | null>): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [element, keys] = [pane.current, place.current];
    if (element === null || keys === null) return;
    const free = (): void => {
      const covered = element.getBoundingClientRect().bottom - keys.getBoundingClientRect().top;
      element.style.paddingBottom = `${Math.max(0, covered)}px`;
    };
    free();
    const sizes = new ResizeObserver(free);
    sizes.observe(keys);
    sizes.observe(element);
    return () => {
      sizes.disconnect();
      element.style.paddingBottom = "";
    };
  }, [pane]);
  return place;
}
