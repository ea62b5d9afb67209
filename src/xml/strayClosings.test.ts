import { describe, expect, it } from "vitest";
import { parseXml } from "./parse";
import { maskStrayClosings } from "./strayClosings";

describe("maskStrayClosings", () => {
  it("leaves closing tags that close something, and text that looks like tags in sections", () => {
    const text = '<a b="/>"><c/><d><e></d><![CDATA[</x>]]><!-- </x> --><?p </x>?></a>';
    expect(maskStrayClosings(text)).toEqual({ text, problems: [] });
  });

  it("replaces closing tags of elements that are not open", () => {
    const { text, problems } = maskStrayClosings("<a><b>1</c></b ></b></a></a>");
    expect(text).toBe("<a><b>1    </b >    </a>    ");
    expect(problems.map(({ code, range }) => [code, range.from, range.to])).toEqual([
      ["mismatched-tag", 7, 11],
      ["mismatched-tag", 16, 20],
      ["mismatched-tag", 24, 28],
    ]);
  });

  it("keeps a wrong name from closing everything that is open", () => {
    const { problems, nodes } = parseXml("<a><b><c>1</x></c></b><d/></a>");
    expect(problems.map(({ range }) => [range.from, range.to])).toEqual([[10, 14]]);
    expect(nodes.map((node) => (node.kind === "element" ? [node.name, node.parent] : node.kind))).toEqual([
      ["a", -1],
      ["b", 0],
      ["c", 1],
      "text",
      ["d", 0],
    ]);
  });

  it("takes time linear in the text", () => {
    for (const piece of ["</a>", "<!--", "<![CDATA[", "<a '", '<a b="', "<a></b>"]) {
      const text = `<r>${piece.repeat(100_000)}`;
      expect(maskStrayClosings(text).text).toHaveLength(text.length);
    }
  });
});
