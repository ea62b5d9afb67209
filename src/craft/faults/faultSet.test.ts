import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { encodeXml } from "../../document/encode";
import { openDocument } from "../../document/open";
import { easCodeSpace } from "../../eas/codeSpace";
import { templates } from "../templates/templates";
import { isApplicable } from "./deliberateFault";
import { makeFaultFiles, writeFaultManifest } from "./faultSet";
import { faults } from "./faults";

const xml = templates.find(({ id }) => id === "sms-add")?.xml("14.1") ?? "";
const document = openDocument(encodeXml(xml, easCodeSpace).bytes, easCodeSpace);
const light = faults.filter(({ id }) => id !== "deep-nesting" && id !== "huge-string");

const sha256 = async (bytes: Uint8Array): Promise<string> => createHash("sha256").update(bytes).digest("hex");

describe("a set of faults", () => {
  it("has the unchanged payload, and one numbered file for each fault that has a place", () => {
    const files = makeFaultFiles(light, document);
    const fitting = light.filter((fault) => isApplicable(fault, document));
    expect(fitting.length).toBeGreaterThan(40);
    expect(files.map(({ name }) => name)).toEqual([
      "00-as-it-was.wbxml",
      ...fitting.map(({ id }, i) => `${String(i + 1).padStart(2, "0")}-${id}.wbxml`),
    ]);
    expect(files[0]?.bytes).toBe(document.bytes);
  });

  it("omits faults that have no place", () => {
    const ping = openDocument(encodeXml('<Ping xmlns="Ping"/>', easCodeSpace).bytes, easCodeSpace);
    const some = faults.filter(({ id }) => id === "options-three" || id === "end-too-many");
    expect(makeFaultFiles(some, ping).map(({ name }) => name)).toEqual([
      "00-as-it-was.wbxml",
      "01-end-too-many.wbxml",
    ]);
  });

  it("has a manifest with the description, size and digest of each file", async () => {
    const files = makeFaultFiles(
      faults.filter(({ id }) => id === "truncate-at-token"),
      document,
    );
    const manifest: unknown = JSON.parse(
      await writeFaultManifest({ label: "SMS", command: "Sync", version: "14.1" }, files, sha256),
    );
    const fault = faults.find(({ id }) => id === "truncate-at-token");
    expect(manifest).toEqual({
      label: "SMS",
      command: "Sync",
      version: "14.1",
      contentType: "application/vnd.ms-sync.wbxml",
      files: [
        { file: "00-as-it-was.wbxml", bytes: document.bytes.length, sha256: await sha256(document.bytes) },
        {
          file: "01-truncate-at-token.wbxml",
          fault: fault?.id,
          name: fault?.name,
          breaks: fault?.breaks,
          section: fault?.section,
          expectedAnswer: fault?.answer,
          bytes: files[1]?.bytes.length,
          sha256: await sha256(files[1]?.bytes ?? new Uint8Array(0)),
        },
      ],
    });
  });

  it("omits the digest if there is none", async () => {
    const manifest = await writeFaultManifest(
      { label: "SMS" },
      makeFaultFiles([], document),
      async () => undefined,
    );
    expect(manifest).not.toContain("sha256");
  });
});
