import { useInsertMode } from "./insertMode";
import "./readout.css";

const INSERT_HINT = "Typing inserts bytes. Press Insert to overwrite.";
const OVERWRITE_HINT = "Typing overwrites bytes. Press Insert to insert.";

/** Says whether typing into the bytes overwrites or inserts, and changes that. */
export function InsertModeButton() {
  const { mode, toggle } = useInsertMode();
  const isInsert = mode === "insert";
  return (
    <button
      type="button"
      className="insert-mode"
      aria-pressed={isInsert}
      title={isInsert ? INSERT_HINT : OVERWRITE_HINT}
      onClick={toggle}
    >
      {isInsert ? "INS" : "OVR"}
    </button>
  );
}
