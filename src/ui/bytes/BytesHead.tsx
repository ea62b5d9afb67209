import { Copy } from "lucide-react";
import type { LinkedDocument } from "../../document/open";
import { formatCount } from "../../eas/values/reading";
import { useInspector } from "../../store/inspector";
import { Icon } from "../kit/icons/Icon";
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
      <CopyButton document={document} />
    </div>
  );
}

/** Copies the bytes that are selected, or all if no more than one is. */
function CopyButton({ document }: { readonly document: LinkedDocument }) {
  const selected = useInspector(({ selection }) => selection?.range);
  const isRange = selected !== undefined && selected.end - selected.start > 1;
  const range = isRange ? selected : { start: 0, end: document.bytes.length };
  const count = formatCount(range.end - range.start, "byte");
  return (
    <button
      type="button"
      className="head-button is-icon"
      aria-label="Copy bytes as hex"
      title={isRange ? `Copy the ${count} selected as hex` : `Copy all ${count} as hex`}
      onClick={() => void copyHex(document, range)}
    >
      <Icon of={Copy} />
    </button>
  );
}
