import { describe, expect, it } from "vitest";
import { commands, findCommandByName, findCommandByNumber } from "./commands";

describe("commands", () => {
  it("have the codes 0 to 23, each once and in order", () => {
    expect(commands.map((entry) => entry.number)).toEqual(Array.from({ length: 24 }, (_, i) => i));
    expect(new Set(commands.map((entry) => entry.name)).size).toBe(24);
  });

  it("are found by number and by name in any case", () => {
    expect(findCommandByNumber(9)?.name).toBe("FolderSync");
    expect(findCommandByNumber(24)).toBeUndefined();
    expect(findCommandByName("itemoperations")?.number).toBe(19);
    expect(findCommandByName("Autodiscover")).toBeUndefined();
  });

  it("name the root elements", () => {
    expect(findCommandByName("SendMail")).toMatchObject({
      request: "ComposeMail:SendMail",
      since: "2.5",
      wbxmlSince: "14.0",
    });
    expect(findCommandByName("GetHierarchy")).toMatchObject({
      request: undefined,
      response: "FolderHierarchy:Folders",
      until: "12.1",
    });
    expect(findCommandByName("Find")?.since).toBe("16.1");
    for (const { request, response } of commands) {
      for (const root of [request, response])
        if (root !== undefined) expect(root).toMatch(/^[A-Za-z]+:[A-Za-z]+$/);
    }
  });
});
