import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import aswbxml from "aswbxml";
import { encodePlan } from "../src/document/encode";
import { planXml } from "../src/document/plan/fromXml";
import { easCodeSpace } from "../src/eas/codeSpace";
import { decode, encode } from "../src/testing/codec";
import { TokenKind } from "../src/wbxml/tokenTable";
import {
  collectGarbage,
  measureHeldBytes,
  measureMedian,
  measureMedians,
  report,
  reportTitle,
  timeOnce,
} from "./measure";
import { createBodyPayload, createDensePayload, type Payload } from "./payloads";

function decodeStrings(bytes: Uint8Array): number {
  const { tree } = decode(bytes);
  let length = 0;
  for (let token = 0; token < tree.tokens.count; token++)
    if (tree.tokens.kind[token] === TokenKind.InlineString) length += tree.text(token)?.length ?? 0;
  return length;
}

function measureDecoding(payload: Payload): void {
  const { bytes, jsonObjects, jsonArrays } = payload;
  const buffer = Buffer.from(bytes);
  const [own = 0, objects = 0, arrays = 0, other = 0, all = 0] = measureMedians([
    () => decode(bytes).tree.roots().length,
    () => JSON.parse(jsonObjects) as unknown,
    () => JSON.parse(jsonArrays) as unknown,
    () => aswbxml.decode(buffer, "ActiveSync"),
    () => decodeStrings(bytes),
  ]);
  report("decode: bytes to a navigable document", own, bytes.length);
  report("JSON.parse of the same tree, elements as objects", objects, bytes.length, {
    ratio: objects / own,
    minRatio: 1,
  });
  report("JSON.parse of the same tree, elements as arrays", arrays, bytes.length, {
    ratio: arrays / own,
    minRatio: 1,
  });
  const isDense = payload.elements > bytes.length / 100;
  report("aswbxml", other, bytes.length, isDense ? { ratio: other / own, minRatio: 5 } : {});
  report("decode, and every string of it", all, bytes.length);
}

function measureRendering({ bytes }: Payload): void {
  const native: number[] = [];
  const own = measureMedian(() => decode(bytes).xml.length);
  for (let run = 0; run < 3; run++) native.push(runWbxml2xml(bytes) ?? Number.NaN);
  const fastest = Math.min(...native); // other processes can only make it slower
  report("decode and the whole XML text", own, bytes.length);
  if (Number.isNaN(fastest)) console.log("  wbxml2xml is not installed: not compared");
  else report("wbxml2xml as a process", fastest, bytes.length, { ratio: fastest / own, minRatio: 10 });
}

/**
 * The time that wbxml2xml (libwbxml) takes for the same bytes, file to file, in milliseconds; `undefined` if
 * it is not installed.
 */
function runWbxml2xml(bytes: Uint8Array): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    writeFileSync(join(folder, "in.wbxml"), bytes);
    const args = [
      "-l",
      "ACTIVESYNC",
      "-m",
      "0",
      "-k",
      "-o",
      join(folder, "out.xml"),
      join(folder, "in.wbxml"),
    ];
    let status: number | null = null;
    const time = timeOnce(() => {
      status = spawnSync("wbxml2xml", args, { stdio: "ignore" }).status;
    });
    return status === 0 ? time : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measureEncoding({ bytes }: Payload): void {
  const document = decode(bytes);
  const plan = document.plan();
  const written = encodePlan(plan).bytes;
  if (Buffer.compare(written, bytes) !== 0) throw new Error("what is encoded is not what was decoded");
  report(
    "encode from a plan",
    measureMedian(() => encodePlan(plan).bytes.length),
    bytes.length,
    { minSpeed: 50 },
  );
  const { xml } = document;
  const [whole = 0, unread = 0] = measureMedians(
    [() => encode(xml).bytes.length, () => encodePlan(planXml(xml, easCodeSpace)).bytes.length],
    5,
  );
  report("encode from XML text without reading it back", unread, bytes.length);
  report("encode from XML text", whole, bytes.length, { ratio: unread / whole, minRatio: 0.9 });
}

function measureLinearity(): void {
  reportTitle("linearity: decode, milliseconds per megabyte");
  const sizes = [1, 4, 16, 64];
  const costs = sizes.map((megabytes) => {
    const { bytes } = createDensePayload(megabytes, false);
    collectGarbage();
    return measureMedian(() => decode(bytes).tree.roots().length, 5) / megabytes;
  });
  sizes.forEach((megabytes, i) =>
    console.log(`  ${String(megabytes).padStart(3)} MB  ${(costs[i] ?? 0).toFixed(2)}`),
  );
  console.log(
    `  64 MB costs ${((costs[3] ?? 0) / (costs[0] ?? 1)).toFixed(2)} times as much per megabyte as 1 MB`,
  );
}

function measureMemory({ name, bytes }: Payload): void {
  const before = measureHeldBytes();
  const document = decode(bytes);
  const decoded = measureHeldBytes() - before;
  const length = document.xml.length;
  const rendered = measureHeldBytes() - before;
  const times = (held: number): string => `${(held / bytes.length).toFixed(1)} × the payload`;
  console.log(
    `  ${name}: document ${times(decoded)}, with its XML text (${(length / 1e6).toFixed(0)} M ` +
      `characters) ${times(rendered)}; target < 8 ×`,
  );
}

const payloads = [createDensePayload(8), createBodyPayload(10)];
for (const payload of payloads) {
  reportTitle(
    `${payload.name} (${payload.bytes.length} bytes, ${payload.elements} elements; JSON ` +
      `${payload.jsonObjects.length} and ${payload.jsonArrays.length} characters)`,
  );
  measureDecoding(payload);
  measureRendering(payload);
  measureEncoding(payload);
}
measureLinearity();
reportTitle("memory held after collection, typed arrays included");
for (const payload of payloads) measureMemory(payload);
