import { type ChangeEvent, useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import type { Comparison } from "../../compare/compare";
import { type RowFilter, showRows } from "../../compare/filter";
import { readRow } from "../../compare/rows";
import type { Compared } from "../../store/compareClient";
import { forgetCompared, useCompared } from "../../store/compared";
import { useInspector } from "../../store/inspector";
import { nodeRange } from "../../wbxml/tokenTable";
import { copyText } from "../kit/copyText";
import { PageDialog } from "../kit/dialog/PageDialog";
import { showCaptureInPage } from "../kit/showCapture";
import { lastingToast } from "../kit/toast/toasts";
import { CompareRows } from "./CompareRows";
import { RowBytes } from "./RowBytes";
import { reverting } from "./revertLater";
import { formatSize, isOriginalOf, listSides, type Side, writeComparison } from "./sides";
import { useComparison } from "./useComparison";
import "./compare.css";

/** Two payloads side by side: the current one and its original, or any two captures. */
export default function CompareDialog() {
  const captures = useInspector((state) => state.captures);
  const current = useInspector((state) => state.current);
  const sides = useMemo(() => listSides(captures), [captures]);
  const [chosen, setChosen] = useState(() => startSides(sides, current, useCompared.getState().other));
  useEffect(forgetCompared, []);
  const findSide = (id: string): Side | undefined => sides.find((side) => side.id === id) ?? sides[0];
  const [left, right] = [findSide(chosen.left), findSide(chosen.right)];
  return (
    <PageDialog title="Compare" size="wide">
      <div className="compare-sides">
        <SideChoice
          label="Left"
          sides={sides}
          value={left?.id}
          onChoose={(id) => setChosen({ ...chosen, left: id })}
        />
        <Button
          className="button is-small"
          aria-label="Swap"
          onPress={() => setChosen({ left: chosen.right, right: chosen.left })}
        >
          ⇄
        </Button>
        <SideChoice
          label="Right"
          sides={sides}
          value={right?.id}
          onChoose={(id) => setChosen({ ...chosen, right: id })}
        />
      </div>
      {left && right && <ComparisonView key={`${left.id} ${right.id}`} left={left} right={right} />}
    </PageDialog>
  );
}

/**
 * The sides to start with: what was chosen, otherwise the original, and the current payload; if the payload
 * was not edited, the previous capture instead of the original.
 */
function startSides(
  sides: readonly Side[],
  current: number,
  chosen: number | undefined,
): { readonly left: string; readonly right: string } {
  const right = String(current);
  if (sides.some(({ id }) => id === String(chosen))) return { left: String(chosen), right };
  const original = sides.find(({ id }) => id === `${current} original`);
  const other = sides[Math.max(0, sides.findIndex(({ id }) => id === right) - 1)];
  return { left: original?.id ?? other?.id ?? right, right };
}

interface ChoiceProps {
  readonly label: string;
  readonly sides: readonly Side[];
  readonly value: string | undefined;
  readonly onChoose: (id: string) => void;
}

function SideChoice({ label, sides, value, onChoose }: ChoiceProps) {
  const choose = (event: ChangeEvent<HTMLSelectElement>): void => onChoose(event.target.value);
  return (
    <select className="context-choice compare-side" aria-label={label} value={value} onChange={choose}>
      {sides.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  );
}

const ROW_FILTERS: readonly (readonly [RowFilter, string])[] = [
  ["differences", "Differences"],
  ["meaning", "In meaning"],
  ["wire", "On the wire"],
  ["all", "All rows"],
];

interface PairProps {
  readonly left: Side;
  readonly right: Side;
}

function ComparisonView({ left, right }: PairProps) {
  const comparing = useComparison(left, right);
  const [filter, setFilter] = useState<RowFilter>("differences");
  const [active, setActive] = useState(0);
  const show = (next: RowFilter): void => {
    setFilter(next);
    setActive(0);
  };
  if (comparing.kind === "done")
    return (
      <ComparedView
        {...{ left, right, filter, active }}
        compared={comparing.compared}
        onShow={show}
        onActive={setActive}
      />
    );
  const size = formatSize(left, right);
  if (comparing.kind === "running")
    return (
      <div className="busy" role="status">
        <span>Comparing {size}…</span>
        <Button className="button" onPress={comparing.cancel}>
          Cancel
        </Button>
      </div>
    );
  const { reason, retry } = comparing;
  return (
    <div className="compare-stopped" role="alert">
      <p>
        {reason === undefined
          ? `Comparing ${size} was cancelled.`
          : `${size} could not be compared: ${reason}.`}
      </p>
      <Button className="button" onPress={retry}>
        Compare
      </Button>
    </div>
  );
}

interface ComparedProps extends PairProps {
  readonly compared: Compared;
  readonly filter: RowFilter;
  readonly active: number;
  readonly onShow: (filter: RowFilter) => void;
  readonly onActive: (place: number) => void;
}

function ComparedView({ left, right, compared, filter, active, onShow, onActive }: ComparedProps) {
  const { first, second, comparison } = compared;
  const index = showRows(comparison, filter).indexAt(active);
  const row = useMemo(() => readRow(comparison.rows, index), [comparison, index]);
  const goToRow = async (): Promise<void> => {
    if (row === undefined) return;
    const [side, node] = row.b >= 0 ? [right, row.b] : [left, row.a];
    useInspector.getState().openDialog(undefined);
    await showCaptureInPage(Number.parseInt(side.id, 10));
    useInspector.getState().select(nodeRange((row.b >= 0 ? second : first).tree.tokens, node), "go");
  };
  const revert = async (): Promise<void> => {
    await showCaptureInPage(Number.parseInt(right.id, 10));
    const { revertInPage } = await reverting.load();
    revertInPage(compared, index);
  };
  return (
    <>
      <Summary comparison={comparison} />
      <Filter shown={filter} onShow={onShow} onCopy={() => void copyComparison(compared)} />
      <CompareRows {...{ compared, filter, active, onActive }} onGo={() => void goToRow()} />
      {row !== undefined && <RowBytes first={first} second={second} row={row} />}
      <div className="dialog-actions">
        {isOriginalOf(left, right) && (
          <Button
            className="button"
            isDisabled={row === undefined || row.difference === "same"}
            onPress={() => void revert()}
          >
            Revert
          </Button>
        )}
        <Button className="button is-primary" isDisabled={row === undefined} onPress={() => void goToRow()}>
          Go to element
        </Button>
      </div>
    </>
  );
}

async function copyComparison(compared: Compared): Promise<void> {
  const text = await writeComparison(compared);
  if (text !== undefined) return copyText("the comparison", text);
  lastingToast(
    "The comparison was not copied: as text, it is longer than 100 million characters. Compare smaller " +
      "payloads.",
  );
}

interface FilterProps {
  readonly shown: RowFilter;
  readonly onShow: (shown: RowFilter) => void;
  readonly onCopy: () => void;
}

/** Which differences are shown, and a button that copies all of them. */
function Filter({ shown, onShow, onCopy }: FilterProps) {
  return (
    <div className="compare-filter" role="group" aria-label="Rows to show">
      {ROW_FILTERS.map(([id, title]) => (
        <Button
          key={id}
          className={`button is-small${id === shown ? " is-on" : ""}`}
          aria-pressed={id === shown}
          onPress={() => onShow(id)}
        >
          {title}
        </Button>
      ))}
      <Button className="button is-small is-last" onPress={onCopy}>
        Copy as text
      </Button>
    </div>
  );
}

function Summary({ comparison: { counts, isHeaderDifferent: header } }: { readonly comparison: Comparison }) {
  const parts = [
    [counts.changed, "changed"],
    [counts.added, "only on the right"],
    [counts.removed, "only on the left"],
    [counts.moved, "moved"],
    [counts.wire, "encoded differently"],
  ].filter(([count]) => Number(count) > 0);
  const words = parts.map(([count, what]) => `${count} ${what}`).join(", ");
  return (
    <p className="compare-summary" role="status">
      {words === "" ? "No differences in the elements" : words}
      {header ? "; the headers are encoded differently" : ""}.
    </p>
  );
}
