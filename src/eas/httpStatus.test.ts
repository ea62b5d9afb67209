import { describe, expect, it } from "vitest";
import { findHttpStatus, httpStatuses } from "./httpStatus";

describe("HTTP statuses", () => {
  it("are unique, in order, and complete", () => {
    const codes = httpStatuses.map((status) => status.code);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
    for (const status of httpStatuses)
      expect(Object.values(status).every((value) => value !== "")).toBe(true);
  });

  it("include those of the specification", () => {
    for (const code of [200, 400, 401, 403, 404, 449, 451, 456, 457, 500, 501, 502, 503, 507])
      expect(findHttpStatus(code)?.code).toBe(code);
    expect(findHttpStatus(449)?.section).toBe("MS-ASCMD 2.2.2");
    expect(findHttpStatus(299)).toBeUndefined();
  });
});
