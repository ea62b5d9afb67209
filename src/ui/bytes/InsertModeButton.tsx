import { Button } from "react-aria-components";
import { useInsertMode } from "./insertMode";

/** Says whether typing into the bytes overwrites or inserts, and changes that. Stands in the status bar. */
export function InsertModeButton() {
  const { mode, toggle } = useInsertMode();
  const isInsert = mode === "insert";
  return (
    <Button
      className="status-button"
      aria-label={isInsert ? "INS: typing inserts bytes" : "OVR: typing overwrites bytes"}
      aria-keyshortcuts="Insert"
      onPress={toggle}
    >
      {isInsert ? "INS" : "OVR"}
    </Button>
  );
}
