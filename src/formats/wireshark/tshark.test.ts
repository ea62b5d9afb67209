import { describe, expect, it } from "vitest";
import {
  buildHttpRequest,
  buildHttpResponse,
  FOLDER_SYNC,
  LONG_SYNC,
  listCodes,
  WBXML_TYPE,
} from "../../testing/captures";
import { encodeFrame, fromClient, fromServer, type Segment } from "../../testing/frames";
import { readInput } from "../read";

const REQUEST = buildHttpRequest(LONG_SYNC);
const RESPONSE = buildHttpResponse(FOLDER_SYNC, `${WBXML_TYPE}Content-Length: ${FOLDER_SYNC.length}\r\n`);
const HALF = REQUEST.length >> 1;

const conversation: readonly Segment[] = [
  fromClient(1, REQUEST.subarray(0, HALF), { acknowledgment: 7 }),
  fromClient(1 + HALF, REQUEST.subarray(HALF), { acknowledgment: 7 }),
  fromServer(7, RESPONSE, { acknowledgment: 1 + REQUEST.length }),
];
const frames = conversation.map(encodeFrame);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const shown = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => (byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
const pairs = (bytes: Uint8Array) => hex(bytes).replaceAll(/(..)(?!$)/g, "$1 ");
const dump = (bytes: Uint8Array) =>
  Array.from({ length: Math.ceil(bytes.length / 16) }, (_, i) => bytes.subarray(i * 16, i * 16 + 16))
    .map((row, i) => `${(i * 16).toString(16).padStart(4, "0")}  ${pairs(row).padEnd(47)}   ${shown(row)}\n`)
    .join("");

/**
 * The details that `tshark -V` prints for a packet: some of them look like rows of a dump, and the last line
 * like the name of a part.
 */
const details = (bytes: Uint8Array, i: number) =>
  [
    `Frame ${i + 1}: ${bytes.length} bytes on wire (${bytes.length * 8} bits)`,
    ...Array.from({ length: 70 }, (_, line) => `    [Detail ${line}: 1]`),
    "    0100 .... = Version: 4",
    "        0000 00.. = Differentiated Services Codepoint: Default (0)",
    "    .... ...0 .... .... = Reserved",
    `    TCP payload (${bytes.length - 56} bytes)`,
    "",
    "",
  ].join("\n");

const facts = async (text: string) => {
  const { format, captures, problems } = await readInput(text);
  return [format, captures.map(({ payload, direction }) => [hex(payload), direction]), listCodes(problems)];
};
const BOTH = [
  [hex(LONG_SYNC), "request"],
  [hex(FOLDER_SYNC), "response"],
];

describe("tshark -x", () => {
  it("is read with the details of -V around it", async () => {
    const text = frames.map((bytes, i) => `${details(bytes, i)}${dump(bytes)}\n`).join("");
    expect(await facts(text)).toEqual(["tshark-x", BOTH, []]);
  });

  it("is read in whatever order the frames come", async () => {
    for (const order of [
      [2, 1, 0],
      [1, 2, 0],
    ])
      expect(await facts(order.map((i) => `${dump(frames[i] ?? new Uint8Array())}\n`).join(""))).toEqual([
        "tshark-x",
        BOTH,
        [],
      ]);
  });
});

describe("messages that tshark -x prints after a frame", () => {
  const block = (title: string, bytes: Uint8Array) => `${title} (${bytes.length} bytes):\n${dump(bytes)}\n`;
  const frameBlocks = frames.map((bytes) => block("Frame", bytes));

  it("are not shown a second time if the frames hold them", async () => {
    const [first = "", second = "", third = ""] = frameBlocks;
    const reassembled = block("Reassembled TCP", REQUEST);
    expect(await facts(first + second + reassembled + third)).toEqual(["tshark-x", BOTH, []]);
    expect(await facts(second + first + reassembled + third)).toEqual(["tshark-x", BOTH, []]);
  });

  it("replace what the frames hold of them", async () => {
    const [, second = "", third = ""] = frameBlocks;
    expect(await facts(second + block("Reassembled TCP", REQUEST) + third)).toEqual(["tshark-x", BOTH, []]);
  });

  it("are all there is of a connection that was decrypted", async () => {
    const secret = [fromClient(1, "\u0017\u0003\u0003 secret"), fromServer(7, "\u0017\u0003\u0003 also")];
    const [ask = "", answer = ""] = secret.map((segment) => block("Frame", encodeFrame(segment)));
    const text = ask + block("Decrypted TLS", REQUEST) + answer + block("Decrypted TLS", RESPONSE);
    expect(await facts(text)).toEqual(["tshark-x", BOTH, []]);
  });

  it("and frames that repeat others lose no problem", async () => {
    const [first = "", second = "", third = ""] = frameBlocks;
    const wrong = first.replace(/\d+ bytes/, "3 bytes");
    expect(await facts(first + second + wrong + third)).toEqual(["tshark-x", BOTH, ["count-mismatch"]]);
    const { captures, problems } = await readInput(wrong + second + third);
    expect(captures.map((capture) => listCodes(capture.problems))).toEqual([["count-mismatch"], []]);
    expect(listCodes(problems)).toEqual(["count-mismatch"]);
  });
});

describe("tshark -T json -x", () => {
  const packet = (bytes: Uint8Array, more: object = {}) => ({
    _source: { layers: { frame_raw: [hex(bytes), 0, bytes.length, 0, 1], ...more } },
  });

  it("loses no message that tshark did not reassemble", async () => {
    const http = {
      http: {
        "http.response.code": "200",
        "http.file_data_raw": [hex(FOLDER_SYNC), 0, FOLDER_SYNC.length, 0, 30],
      },
    };
    const packets = frames.map((bytes, i) => packet(bytes, i === 2 ? http : {}));
    expect(await facts(JSON.stringify([packets[1], packets[2], packets[0]], undefined, 1))).toEqual([
      "tshark-json",
      BOTH,
      [],
    ]);
    const dissected = await readInput(JSON.stringify([packets[2]]));
    expect(dissected.captures.map(({ payload }) => payload)).toEqual([FOLDER_SYNC]);
  });

  it("has the time of each packet, and how long a response took", async () => {
    const http = {
      http: {
        "http.response.code": "200",
        "http.time": "0.250000000",
        "http.file_data_raw": [hex(FOLDER_SYNC), 0, FOLDER_SYNC.length, 0, 30],
      },
    };
    const epochs = ["1700000000.5", "1700000001.000000000", "2023-11-14T22:13:22.000000000Z"];
    const dated = frames.map((bytes, i) =>
      packet(bytes, { frame: { "frame.time_epoch": epochs[i] }, ...(i === 2 && http) }),
    );
    const answered = await readInput(JSON.stringify([dated[2]]));
    expect(answered.captures).toMatchObject([{ startedAt: 1_700_000_002_000, tookMs: 250 }]);
    const { captures } = await readInput(JSON.stringify(dated));
    expect(captures.map(({ startedAt }) => startedAt)).toEqual([1_700_000_000_500, 1_700_000_002_000]);
  });

  it("is read if no layer is dissected", async () => {
    expect(await facts(JSON.stringify(frames.map((bytes) => packet(bytes))))).toEqual([
      "tshark-json",
      BOTH,
      [],
    ]);
  });
});

describe("tshark -T ek", () => {
  it("and other logs with a JSON document on each line are read", async () => {
    const text = `{"index":{"_index":"packets"}}\n${JSON.stringify({ layers: { body: hex(LONG_SYNC) } })}\n`;
    expect((await readInput(text)).captures.map(({ payload }) => payload)).toEqual([LONG_SYNC]);
  });
});
