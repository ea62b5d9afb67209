import { describe, expect, it } from "vitest";
import { ignoreLoadError, isLoadError, rememberFailedImport } from "./crashes";

describe("an error of code that could not be loaded", () => {
  it("is known by the words of each engine", () => {
    const messages = [
      "Failed to fetch dynamically imported module: http://localhost/assets/a.js",
      "error loading dynamically imported module: http://localhost/assets/a.js",
      "Importing a module script failed.",
      "Unable to preload CSS for /assets/a.css",
    ];
    expect(messages.map((message) => isLoadError(new TypeError(message)))).toEqual([true, true, true, true]);
    expect(isLoadError(new TypeError("Cannot read properties of undefined"))).toBe(false);
  });

  it("can be that of a script that was cut off or is of another version", () => {
    const cut = new SyntaxError("Unexpected end of input");
    rememberFailedImport(cut);
    expect(isLoadError(cut)).toBe(true);
    expect(ignoreLoadError(cut)).toBeUndefined();
  });

  it("is no other error of syntax, and no error that a script throws while it starts", () => {
    const own = new SyntaxError("Unexpected token in JSON");
    expect(isLoadError(own)).toBe(false);
    expect(() => ignoreLoadError(own)).toThrow(own);
    const thrown = new RangeError("Invalid array length");
    rememberFailedImport(thrown);
    expect(isLoadError(thrown)).toBe(false);
  });
});
