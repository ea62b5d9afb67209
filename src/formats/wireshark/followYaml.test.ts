import { describe, expect, it } from "vitest";
import { toBase64 } from "../../bytes/base64";
import {
  buildHttpRequest,
  buildHttpResponse,
  FOLDER_SYNC,
  listCodes,
  WBXML_TYPE,
} from "../../testing/captures";
import { readInput } from "../read";

const wrapped = (bytes: Uint8Array) => toBase64(bytes).replace(/.{76}/g, "$&\n  ");

describe("Follow Stream as YAML", () => {
  const request = buildHttpRequest(FOLDER_SYNC);
  const response = buildHttpResponse(FOLDER_SYNC, `${WBXML_TYPE}Content-Length: ${FOLDER_SYNC.length}\r\n`);

  it("is read in the format of older versions, with packets of one side joined", async () => {
    const parts = [request.subarray(0, 100), request.subarray(100)].map(
      (part, i) => `# Packet ${i + 4}\npeer0_${i}: !!binary |\n  ${wrapped(part)}\n`,
    );
    const text = `${parts.join("")}# Packet 6\npeer1_0: !!binary |\n  ${wrapped(response)}\n`;
    const { format, captures, problems } = await readInput(text);
    expect([format, listCodes(problems)]).toEqual(["follow-yaml", []]);
    expect(captures.map(({ direction, command, payload }) => [direction, command, payload])).toEqual([
      ["request", "FolderSync", FOLDER_SYNC],
      ["response", "FolderSync", FOLDER_SYNC],
    ]);
  });

  it("reports invalid base64, with its place", async () => {
    const text =
      `peers:\n  - peer: 0\npackets:\n  - packet: 1\n    peer: 0\n    data: !!binary |\n      ` +
      `${toBase64(FOLDER_SYNC)}\n      !\n`;
    const { captures, problems } = await readInput(text);
    const place = problems[0]?.text ?? { from: 0, to: 0 };
    expect([captures[0]?.payload, listCodes(problems), text.slice(place.from, place.to)]).toEqual([
      FOLDER_SYNC,
      ["unexpected-text"],
      "!",
    ]);
  });
});
