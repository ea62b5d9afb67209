import { ListBox, ListBoxItem, ListLayout, Virtualizer } from "react-aria-components";
import { type OpenCapture, useInspector } from "../../store/inspector";
import { showCaptureInPage } from "../input/readIntoPage";
import "./captures.css";

const LAYOUT = { rowHeight: 30 };

/** All opened messages; choosing one shows it. */
export function CapturesPane() {
  const captures = useInspector((state) => state.captures);
  const current = useInspector((state) => state.current);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      <ListBox
        className="captures"
        aria-label="Captures"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[current]}
        onSelectionChange={(keys) => {
          const [key] = keys;
          if (key !== undefined) void showCaptureInPage(Number(key));
        }}
      >
        {captures.map((open, index) => (
          <ListBoxItem key={index} id={index} className="capture" textValue={open.label}>
            <CaptureLine open={open} />
          </ListBoxItem>
        ))}
      </ListBox>
    </Virtualizer>
  );
}

const ARROWS = { request: "→", response: "←" } as const;

function CaptureLine({ open: { label, capture } }: { readonly open: OpenCapture }) {
  const worst = capture?.problems.some(({ severity }) => severity === "error") === true ? "error" : "warning";
  const count = capture?.problems.filter(({ severity }) => severity !== "info").length ?? 0;
  const size = capture?.payload.length ?? 0;
  return (
    <>
      <span aria-hidden="true" className="capture-arrow">
        {capture?.direction === undefined ? "·" : ARROWS[capture.direction]}
      </span>
      <span className="capture-label">{label}</span>
      {count > 0 && (
        <span className={`capture-problems is-${worst}`}>
          <span aria-hidden="true">▲</span>
          {count}
          <span className="visually-hidden"> problems</span>
        </span>
      )}
      <span className="capture-size">{size === 0 ? "∅" : size.toLocaleString("en")}</span>
    </>
  );
}
