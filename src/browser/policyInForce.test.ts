import { afterEach, describe, expect, it, vi } from "vitest";
import { parsePolicy, readDirectives, readSentHeaders } from "./policyInForce";

afterEach(() => vi.unstubAllGlobals());

describe("a policy", () => {
  it("is a list of directives with their sources", () => {
    expect(parsePolicy("default-src 'none';  img-src 'self'  data: ; sandbox;")).toEqual([
      { name: "default-src", sources: ["'none'"] },
      { name: "img-src", sources: ["'self'", "data:"] },
      { name: "sandbox", sources: [] },
    ]);
    expect(parsePolicy(" ; ")).toEqual([]);
  });

  it("has each directive once: browsers ignore all but the first, in any case of letters", () => {
    expect(parsePolicy("script-src 'self'; Script-Src *")).toEqual([
      { name: "script-src", sources: ["'self'"] },
    ]);
  });

  it("is read from the document, each of several", () => {
    const metas = [{ content: "img-src 'self'" }, { content: "font-src *" }];
    vi.stubGlobal("document", { querySelectorAll: () => metas });
    expect(readDirectives().map(({ name }) => name)).toEqual(["img-src", "font-src"]);
    vi.stubGlobal("document", { querySelectorAll: () => [] });
    expect(readDirectives()).toEqual([]);
  });
});

describe("the headers of the server", () => {
  it("are asked for without what a share link has after the hash", async () => {
    const asked = vi.fn<(url: string, options: RequestInit) => Promise<Response>>(() =>
      Promise.resolve(new Response(null, { headers: { "Referrer-Policy": "no-referrer" } })),
    );
    vi.stubGlobal("document", { baseURI: "https://host/path/#payload" });
    vi.stubGlobal("fetch", asked);
    expect(await readSentHeaders(["Referrer-Policy", "Permissions-Policy"])).toEqual([
      { name: "Referrer-Policy", value: "no-referrer" },
      { name: "Permissions-Policy", value: undefined },
    ]);
    expect(asked.mock.lastCall?.[0]).toBe("https://host/path/");
    expect(asked.mock.lastCall?.[1].method).toBe("HEAD");
  });

  it("are not known if the server does not answer", async () => {
    vi.stubGlobal("document", { baseURI: "https://host/" });
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(readSentHeaders(["Referrer-Policy"])).rejects.toThrow(TypeError);
  });
});
