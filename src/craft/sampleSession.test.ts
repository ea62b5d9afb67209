import { describe, expect, it } from "vitest";
import { conversations, lintCaptures, readInput } from "..";
import { writeSampleSession } from "./sampleSession";

describe("the sample session", () => {
  it("is one conversation of a phone, with the failures that it is made to show", async () => {
    const { captures, problems } = await readInput(new TextEncoder().encode(writeSampleSession()));
    expect(problems.filter(({ severity }) => severity !== "info")).toEqual([]);
    const [conversation, ...others] = conversations(captures);
    expect(others).toEqual([]);
    expect(conversation?.exchanges.map(({ command = "" }) => command)).toEqual([
      "", // OPTIONS is a method, not a command
      "FolderSync",
      "Provision",
      "Provision",
      "FolderSync",
      ...Array<string>(3).fill("Sync"),
      "Ping",
      "Sync",
      "Sync",
      "Settings",
      "SendMail",
      "FolderSync",
    ]);
    const failures = conversation?.exchanges.map(({ httpStatus = 0, status }) =>
      httpStatus >= 300 ? `HTTP ${httpStatus}` : status?.outcome === "failure" ? status.name : "",
    );
    expect(failures?.filter((failure) => failure !== "")).toEqual([
      "HTTP 449",
      "InvalidSyncKey",
      "MailSubmissionFailed",
      "HTTP 503",
    ]);
  });

  it("breaks MS-ASMS in one request, by a window that text messages do not have", async () => {
    const { captures } = await readInput(new TextEncoder().encode(writeSampleSession()));
    const errors = lintCaptures(captures).filter(({ severity }) => severity === "error");
    expect(errors.map(({ rule }) => rule)).toEqual(["sms/filter-type"]);
  });
});
