import { ArrowLeftRight } from "lucide-react";
import { type ChangeEvent, useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import type { Comparison } from "../../compare/compare";
import { type RowFilter, showRows } from "../../compare/filter";
import { readRow } from "../../compare/rows";
import type { Compared } from "../../store/compareClient";
import { forgetCompared, useCompared } from "../../store/compared";
import { useInspector } from "../../store/inspector";
import { nodeRange } from "../../wbxml/tokenTable";
import { formatSize } from "../history/originals";
import { reverting } from "../history/revertLater";
import { copyText } from "../kit/copyText";
import { IconButton } from "../kit/IconButton";
import { showCaptureInPage } from "../kit/showCapture";
import { lastingToast } from "../kit/toast/toasts";
import { CompareRows } from "./CompareRows";
import { RowBytes } from "./RowBytes";
import { isOriginalOf, listSides, type Side, writeComparison } from "./sides";
import { useComparison } from "./useComparison";
import "./compare.css";

/**
 * Two payloads side by side: the one that is shown and its original, or any two captures. What was chosen
 * stays until one of the two is closed.
 */
export default function ComparePane() {
  const captures = useInspector((state) => state.captures);
  const current = useInspector((state) => state.current);
  const sides = useMemo(() => listSides(captures), [captures]);
  const { left, right, choose } = useChosenPair(sides, current);
  if (left === undefined || right === undefined || sides.length < 2)
    return (
      <p className="compare-none">
        This payload has not been edited, and no other one is open to compare it with.
      </p>
    );
  return (
    <div className="compare-pane">
      <div className="compare-sides">
        <SideChoice label="Left" sides={sides} value={left.id} onChoose={(id) => choose({ left: id })} />
        <IconButton
          icon={ArrowLeftRight}
          label="Swap"
          onPress={() => choose({ left: right.id, right: left.id })}
        />
        <SideChoice label="Right" sides={sides} value={right.id} onChoose={(id) => choose({ right: id })} />
      </div>
      <ComparisonView key={`${left.id} ${right.id}`} left={left} right={right} onGo={() => choose({})} />
    </div>
  );
}

interface ChosenPair extends FoundPair {
  /** Keeps the two sides, or with another one in the place of one. */
  readonly choose: (next: Partial<Pair>) => void;
}

/** What was chosen here or in the session, otherwise what to start with. */
function useChosenPair(sides: readonly Side[], current: number): ChosenPair {
  const other = useCompared((state) => state.other);
  const [chosen, setChosen] = useState<Pair>();
  const asked =
    other === undefined ? undefined : { left: ofCapture(sides, other), right: ofCapture(sides, current) };
  const { left, right } = asked ?? findPair(sides, chosen) ?? startPair(sides, current);
  const pair = left && right && { left: left.id, right: right.id };
  if (
    asked !== undefined &&
    pair !== undefined &&
    (pair.left !== chosen?.left || pair.right !== chosen.right)
  )
    setChosen(pair);
  useEffect(forgetCompared, [other]);
  const choose = (next: Partial<Pair>): void => setChosen(pair && { ...pair, ...next });
  return { left, right, choose };
}

/** The current state of a capture. */
function ofCapture(sides: readonly Side[], index: number): Side | undefined {
  return sides.findLast((side) => side.index === index);
}

/** Two sides, by their ids. */
interface Pair {
  readonly left: string;
  readonly right: string;
}

interface FoundPair {
  readonly left: Side | undefined;
  readonly right: Side | undefined;
}

/** What was chosen, if both are still there. */
function findPair(sides: readonly Side[], chosen: Pair | undefined): FoundPair | undefined {
  const left = sides.find(({ id }) => id === chosen?.left);
  const right = sides.find(({ id }) => id === chosen?.right);
  return left === undefined || right === undefined ? undefined : { left, right };
}

/**
 * What is compared until something is chosen: the original and the payload that is shown; if that was not
 * edited, the capture before it instead of the original.
 */
function startPair(sides: readonly Side[], current: number): FoundPair {
  const at = Math.max(
    0,
    sides.findLastIndex(({ index }) => index === current),
  );
  return { left: sides[Math.max(0, at - 1)], right: sides[at] };
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
    <select className="compare-side" aria-label={label} value={value} onChange={choose}>
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
  /** Called before the page goes to an element of one of the two. */
  readonly onGo: () => void;
}

function ComparisonView({ left, right, onGo }: PairProps) {
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
        {...{ left, right, onGo, filter, active }}
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

function ComparedView({ left, right, compared, filter, active, onGo, onShow, onActive }: ComparedProps) {
  const { first, second, comparison } = compared;
  const index = showRows(comparison, filter).indexAt(active);
  const row = useMemo(() => readRow(comparison.rows, index), [comparison, index]);
  const goToRow = async (): Promise<void> => {
    if (row === undefined) return;
    onGo();
    const [side, node] = row.b >= 0 ? [right, row.b] : [left, row.a];
    await showCaptureInPage(side.index);
    showElements();
    useInspector.getState().select(nodeRange((row.b >= 0 ? second : first).tree.tokens, node), "go");
  };
  const revert = async (): Promise<void> => {
    await showCaptureInPage(right.index);
    const { revertInPage } = await reverting.load();
    revertInPage(compared, index);
  };
  return (
    <>
      <Summary comparison={comparison} />
      <Filter shown={filter} onShow={onShow} onCopy={() => void copyComparison(compared)} />
      <CompareRows {...{ compared, filter, active, onActive }} onGo={() => void goToRow()} />
      {row !== undefined && <RowBytes first={first} second={second} row={row} />}
      <div className="compare-actions">
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

/** Shows the panes in which an element can be seen beside or in place of the comparison. */
function showElements(): void {
  const { maximized, setMaximized, showPane } = useInspector.getState();
  if (maximized === "xml") setMaximized(undefined);
  showPane("tree"); // where the panes are tabs
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
        <Button key={id} className="button is-small" aria-pressed={id === shown} onPress={() => onShow(id)}>
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
