import { Button } from "react-aria-components";
import { useEditing, useInspector } from "../../store/inspector";
import { InsertModeButton } from "../bytes/InsertModeButton";
import { useSelectedOffset } from "../bytes/insertMode";
import { Breadcrumb } from "../workspace/Breadcrumb";
import { LargeEditStatus } from "../workspace/LargeEditStatus";

/** The part of the status bar about a payload: the path and the offset of what is selected. */
export default function PayloadStatus() {
  const editing = useEditing();
  if (editing === undefined) return null;
  return (
    <>
      <LargeEditStatus />
      {editing.isDraft ? <DraftStatus /> : <Breadcrumb document={editing.document} />}
      <OffsetButton />
      <InsertModeButton />
    </>
  );
}

function DraftStatus() {
  return (
    <p className="status-draft" role="status">
      <strong>The XML can't be encoded.</strong> Other panes show the last good version. Problems explains
      why.
    </p>
  );
}

/** Where the selection begins; pressing it asks for another offset. */
function OffsetButton() {
  const offset = useSelectedOffset();
  return (
    <Button
      className="status-button status-end"
      aria-label={offset === undefined ? "Go to an offset" : `Offset ${offset}. Go to another`}
      onPress={() => useInspector.getState().openDialog("offset")}
    >
      {offset === undefined ? "Offset" : `Offset ${offset}`}
    </Button>
  );
}
