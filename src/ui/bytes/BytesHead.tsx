import { Copy } from "lucide-react";
import type { LinkedDocument } from "../../document/open";
import { useInspector } from "../../store/inspector";
import { IconButton } from "../kit/IconButton";
import { ColumnsMenu } from "./ColumnsMenu";
import { copyHex } from "./copyHex";
import { Legend } from "./Legend";
import "./bytesHead.css";

/**
 * What stands in the head of the bytes, after their title: how many there are, what their colours mean, the
 * choice of columns, and a button that copies. It takes the width that is left.
 */
export function BytesHead({ document }: { readonly document: LinkedDocument }) {
  const { length } = document.bytes;
  return (
    <div className="bytes-head">
      <span className="bytes-size">
        {length.toLocaleString("en")}
        <span className="visually-hidden">{length === 1 ? " byte" : " bytes"}</span>
      </span>
      <Legend />
      <ColumnsMenu />
      <IconButton icon={Copy} label="Copy bytes as hex" onPress={() => copySelected(document)} />
    </div>
  );
}

/** Copies the bytes that are selected, or all if no more than one is. */
function copySelected(document: LinkedDocument): void {
  const range = useInspector.getState().selection?.range;
  const isRange = range !== undefined && range.end - range.start > 1;
  void copyHex(document, isRange ? range : { start: 0, end: document.bytes.length });
}
