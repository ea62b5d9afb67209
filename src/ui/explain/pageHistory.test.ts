import { beforeEach, describe, expect, it } from "vitest";
import { useInspector } from "../../store/inspector";
import {
  goToPageAfter,
  goToPageBefore,
  openPage,
  type PageAddress,
  setSearching,
  showSelected,
  usePageHistory,
} from "./pageHistory";

const rule: PageAddress = { kind: "rule", id: "sms/options-class" };
const element: PageAddress = { kind: "element", key: "AirSync:Class" };
const shown = () => usePageHistory.getState().page;

describe("the pages of Explain", () => {
  beforeEach(() => {
    usePageHistory.setState(usePageHistory.getInitialState(), true);
    useInspector.setState(useInspector.getInitialState(), true);
  });

  it("are gone back and forward through, down to what is selected", () => {
    openPage(rule);
    openPage(element);
    goToPageBefore();
    expect(shown()).toEqual(rule);
    goToPageBefore();
    expect(shown()).toBeUndefined();
    goToPageBefore(); // there is none
    goToPageAfter();
    goToPageAfter();
    expect(shown()).toEqual(element);
    goToPageAfter(); // nor here
    expect(shown()).toEqual(element);
  });

  it("can be gone back to after a selection", () => {
    openPage(rule);
    showSelected();
    expect(shown()).toBeUndefined();
    goToPageBefore();
    expect(shown()).toEqual(rule);
    goToPageBefore();
    showSelected(); // it is shown already
    expect(usePageHistory.getState().back).toEqual([]);
  });

  it("end a search, and show the pane", () => {
    useInspector.setState({ folded: new Set(["explain", "tree"]) });
    setSearching(true);
    usePageHistory.setState({ query: "class" });
    openPage(element);
    expect(usePageHistory.getState()).toMatchObject({ isSearching: false, query: "" });
    expect(useInspector.getState()).toMatchObject({ shownPane: "explain", folded: new Set(["tree"]) });
  });
});
