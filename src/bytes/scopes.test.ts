import { describe, expect, it } from "vitest";
import { openScopes } from "./scopes";

describe("openScopes", () => {
  it("binds names until the scope is left, then as before", () => {
    const { inForce, enter, leave } = openScopes({ a: "1" });
    enter({ a: "2", b: "3" });
    enter({});
    enter({ a: "4" });
    expect({ ...inForce }).toEqual({ a: "4", b: "3" });
    leave();
    leave();
    expect({ ...inForce }).toEqual({ a: "2", b: "3" });
    leave();
    expect({ ...inForce }).toEqual({ a: "1" });
  });

  it("knows no name that nothing bound, and leaves no scope that is not open", () => {
    const { inForce, enter, leave } = openScopes({});
    leave();
    enter({ toString: "x", ["__proto__"]: "y" });
    expect([inForce["toString"], inForce["__proto__"], inForce["constructor"]]).toEqual([
      "x",
      "y",
      undefined,
    ]);
    leave();
    expect(inForce["toString"]).toBeUndefined();
  });
});
