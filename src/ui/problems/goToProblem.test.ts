import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { conversations } from "../../session/conversations";
import { startEditing } from "../../store/editing";
import { setFindingCounts } from "../../store/findingCounts";
import { type OpenCapture, useInspector } from "../../store/inspector";
import { useLintResult } from "../../store/linting";
import { useSession } from "../../store/session";
import { hex } from "../../testing/bytes";
import type { SentDiagnostic } from "../../worker/lintMessages";
import { goToProblem } from "./goToProblem";
import { useProblemsView } from "./problemsView";

const bytes = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 01 01 01");

const open = (label: string): OpenCapture => ({
  label,
  capture: { payload: bytes, source: "x", label } as unknown as OpenCapture["capture"],
  content: { kind: "payload", editing: startEditing(bytes) },
});

const diagnostic = (start: number, severity: SentDiagnostic["severity"]): SentDiagnostic => ({
  rule: `schema/${start}`,
  severity,
  message: `m${start}.`,
  why: "w",
  spec: { document: "MS-ASCMD", section: "1" },
  range: { start, end: start + 1 },
  messageIndex: 0,
  fixes: [],
});

function judge(index: number, diagnostics: readonly SentDiagnostic[]): void {
  const shown = useInspector.getState().captures[index];
  if (shown?.content?.kind !== "payload") throw new Error("it is not a payload");
  useLintResult.setState({ result: { open: shown, editing: shown.content.editing, diagnostics } });
}

const at = () => {
  const { current, selection } = useInspector.getState();
  return [current, selection?.range.start];
};

function reset(): void {
  useInspector.setState(useInspector.getInitialState(), true);
  useLintResult.setState(useLintResult.getInitialState(), true);
  useProblemsView.setState(useProblemsView.getInitialState(), true);
  useSession.setState(useSession.getInitialState(), true);
}

describe("going to the next problem", () => {
  beforeEach(() => {
    reset();
    vi.stubGlobal("document", { activeElement: null, querySelectorAll: () => [] });
    const captures = [open("a"), open("b"), open("c")];
    useInspector.setState({ captures, current: 0 });
    useSession.setState({ conversations: conversations([]), captures });
    setFindingCounts(captures, [[2, { error: 0, warning: 1, info: 0 }]]);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    reset();
  });

  it("goes through those of what is shown, worst first, and says which it is", async () => {
    judge(0, [diagnostic(5, "info"), diagnostic(7, "error")]);
    await goToProblem(1);
    expect(at()).toEqual([0, 7]);
    expect(useInspector.getState().announcement).toBe("Error: m7. 1 of 2");
    await goToProblem(1);
    expect(at()).toEqual([0, 5]);
    await goToProblem(-1);
    expect(at()).toEqual([0, 7]);
  });

  it("goes on to the next message with a problem, when the rules have looked at it", async () => {
    judge(0, []);
    await goToProblem(1);
    expect(at()).toEqual([2, undefined]);
    judge(2, [diagnostic(9, "warning")]);
    expect(at()).toEqual([2, 9]);
    await goToProblem(1);
    expect(useInspector.getState().announcement).toBe("No problem after this one.");
    expect(at()).toEqual([2, 9]);
  });
});
