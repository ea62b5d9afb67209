import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseXml, type XmlElement, type XmlNode } from "./parse";

function slice(text: string, { from, to }: { from: number; to: number }): string {
  return text.slice(from, to);
}

function element(node: XmlNode | undefined): XmlElement {
  if (node?.kind !== "element") throw new Error("no element");
  return node;
}

describe("the constructs of a text", () => {
  const text =
    '<?xml version="1.0"?>\n<!-- one --><a:x xmlns:a="A" y="1">\n  <b/>t &amp; u<![CDATA[ v < w ' +
    ']]><?pi some data?><c xmlns="C"> </c>\n</a:x>\n';
  const { nodes, problems } = parseXml(text);

  it("come in document order, each with its range", () => {
    expect(problems).toEqual([]);
    expect(nodes.map((node) => [node.kind, slice(text, node.range)])).toEqual([
      ["comment", "<!-- one -->"],
      ["element", text.slice(text.indexOf("<a:x"), text.lastIndexOf(">") + 1)],
      ["element", "<b/>"],
      ["text", "t &amp; u"],
      ["cdata", "<![CDATA[ v < w ]]>"],
      ["instruction", "<?pi some data?>"],
      ["element", '<c xmlns="C"> </c>'],
      ["text", " "],
    ]);
  });

  it("have a parent and an end", () => {
    expect(nodes.map(({ parent, end }) => [parent, end])).toEqual([
      [-1, 1],
      [-1, 8],
      [1, 3],
      [1, 4],
      [1, 5],
      [1, 6],
      [1, 8],
      [6, 8],
    ]);
  });

  it("have their tags, names, namespaces and attributes", () => {
    const root = element(nodes[1]);
    expect(root).toMatchObject({
      namespace: "A",
      prefix: "a",
      name: "x",
      attributes: [{ namespace: "", name: "y", value: "1" }],
      selfClosing: false,
    });
    expect(slice(text, root.tag)).toBe('<a:x xmlns:a="A" y="1">');
    expect(slice(text, root.closing)).toBe("</a:x>");
    const empty = element(nodes[2]);
    expect(empty).toMatchObject({ namespace: "", prefix: "", name: "b", attributes: [], selfClosing: true });
    expect(empty.closing).toEqual({ from: empty.tag.to, to: empty.tag.to });
    expect(element(nodes[6])).toMatchObject({ namespace: "C", name: "c" });
  });

  it("have their content, references resolved", () => {
    expect(nodes[3]).toMatchObject({ text: "t & u", blank: false });
    expect(nodes[4]).toMatchObject({ text: " v < w " });
    expect(nodes[5]).toMatchObject({ target: "pi", data: "some data" });
    expect(nodes[7]).toMatchObject({ text: " ", blank: true });
  });
});

describe("white space", () => {
  it("with a line break is layout, on one line blank text, as a reference other text", () => {
    const { nodes } = parseXml("<a>\n  <b>  </b>\r\n<c>&#x20;&#xA;</c>\n</a>");
    expect(nodes.filter(({ kind }) => kind === "text")).toMatchObject([
      { text: "  ", blank: true, parent: 1 },
      { text: " \n", blank: false, parent: 3 },
    ]);
  });

  it("next to letters is kept, with line endings normalised as in XML", () => {
    expect(parseXml("<a> x\r\ny\r </a>").nodes[1]).toMatchObject({ text: " x\ny\n " });
  });
});

describe("namespaces", () => {
  it("apply from their declaration to the end of that element", () => {
    const { nodes, problems } = parseXml(
      "<a xmlns='A'><b xmlns='B' xmlns:p='P'><p:c/><d/></b><e/><f xmlns=''/></a>",
    );
    expect(problems).toEqual([]);
    expect(nodes.map((node) => element(node).namespace)).toEqual(["A", "B", "P", "B", "A", ""]);
  });

  it(
    "can be given for prefixes; those used without a declaration are returned with the first tag that uses " +
      "them",
    () => {
      const { nodes, problems, undeclared } = parseXml("<p:a><q:b/><p:c/><r:d xmlns:r='own'/></p:a>", {
        p: "P",
        q: "Q",
        r: "R",
        s: "S",
      });
      expect(problems).toEqual([]);
      expect(nodes.map((node) => element(node).namespace)).toEqual(["P", "Q", "P", "own"]);
      expect([...undeclared]).toEqual([
        ["p", { from: 0, to: 5 }],
        ["q", { from: 5, to: 11 }],
      ]);
    },
  );

  it("are unbound at each place, but not inside an element with the same prefix", () => {
    const { problems, nodes } = parseXml("<a><x:b><x:c/></x:b><x:d y:e='' y:f=''/><g y:h=''/></a>");
    expect(problems.map(({ code, range }) => [code, range.from])).toEqual([
      ["unbound-prefix", 3],
      ["unbound-prefix", 20],
      ["unbound-prefix", 20],
      ["unbound-prefix", 40],
    ]);
    expect(nodes.map((node) => node.kind === "element" && node.isUnbound)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it("have the value from before after an element that declares them again", () => {
    const { nodes } = parseXml('<x:a xmlns:x="1"><x:b xmlns:x="2"><x:c/></x:b><x:d/></x:a>');
    expect(nodes.map((node) => node.kind === "element" && node.namespace)).toEqual(["1", "2", "2", "1"]);
  });

  it("are unbound for a name that every object has", () => {
    expect(parseXml("<a><constructor:b/></a>").problems.map(({ code }) => code)).toEqual(["unbound-prefix"]);
  });

  it("cost the same at any depth", () => {
    const depth = 200_000;
    const { nodes, problems } = parseXml(
      `<a xmlns="A" xmlns:p="P">${"<p:b>".repeat(depth)}${"</p:b>".repeat(depth)}</a>`,
    );
    expect(problems).toEqual([]);
    expect(nodes).toHaveLength(depth + 1);
    expect(element(nodes[depth])).toMatchObject({ namespace: "P", parent: depth - 1, end: depth + 1 });
  });
});

describe("a comment with -- inside", () => {
  it("comes in two adjacent parts", () => {
    const { nodes, problems } = parseXml("<!--<!--]]>--><a/>");
    expect(nodes.map(({ kind, range }) => [kind, range.from, range.to])).toEqual([
      ["comment", 0, 8],
      ["comment", 8, 14],
      ["element", 14, 18],
    ]);
    expect(problems.map(({ code }) => code)).toEqual(["comment-syntax"]);
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    "<a>",
    "</a>",
    "<b/>",
    "<p:c>",
    "x",
    "&",
    "&amp;",
    "<",
    ">",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "<?pi",
    "?>",
    "\u0001",
    "\ud800",
    " ",
    "\n",
    "'",
    '"',
    "=",
    "<!DOCTYPE a",
    "é😀",
  );

  it("is read without throwing, with ranges inside it and nested nodes", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        const { nodes, problems } = parseXml(text);
        for (const { range } of [...nodes, ...problems]) {
          expect(range.from).toBeGreaterThanOrEqual(0);
          expect(range.to).toBeGreaterThanOrEqual(range.from);
          expect(range.to).toBeLessThanOrEqual(text.length);
        }
        nodes.forEach(({ parent, end }, i) => {
          expect(parent).toBeLessThan(i);
          expect(end).toBeGreaterThan(i);
          expect(end).toBeLessThanOrEqual(nodes.length);
        });
      }),
      { numRuns: 3000 },
    );
  });
});

describe("text that is not a tag", () => {
  it("is not part of the tag after it", () => {
    const text = "<a><1><b x='1'></b></a>";
    const [, found] = parseXml(text).nodes.filter((node) => node.kind === "element");
    expect(found?.kind === "element" ? text.slice(found.tag.from, found.tag.to) : "").toBe("<b x='1'>");
  });

  it("reports a prefix without a namespace, and no other", () => {
    const { nodes } = parseXml("<p:a><p:b xmlns:q='q'><q:c/></p:b></p:a>");
    expect(nodes.map((node) => node.kind === "element" && node.isUnbound)).toEqual([true, true, false]);
  });
});
