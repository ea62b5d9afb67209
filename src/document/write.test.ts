import { describe, expect, it } from "vitest";
import { utf8 } from "../bytes/text";
import { wbxmlWriter } from "../wbxml/writer";
import { easHeader } from "./notation/header";
import { writeHeader } from "./write";

describe("writeHeader", () => {
  it("sets the page to 0 for what follows, and writes nothing if there is no header", () => {
    const writer = wbxmlWriter(utf8, 17);
    writeHeader(writer, { ...easHeader, version: undefined });
    expect([writer.length(), writer.page()]).toEqual([0, 17]);
    writeHeader(writer, easHeader);
    expect([writer.length(), writer.page()]).toEqual([4, 0]);
  });
});
