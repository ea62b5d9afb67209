import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import aswbxml from "aswbxml";
import { encodePlan } from "../src/document/encode";
import { decode, encode } from "../src/testing/codec";
import { TokenKind } from "../src/wbxml/tokenTable";
import { collectGarbage, heldBytes, median, medians, once, report, reportTitle } from "./measure";
import { bodies, dense, type Payload } from "./payloads";

function strings(bytes: Uint8Array): number {
  const { tree } = decode(bytes);
  let length = 0;
  for (let token = 0; token < tree.tokens.count; token++)
    if (tree.tokens.kind[token] === TokenKind.InlineString) length += tree.text(token)?.length ?? 0;
  return length;
}

function decoding(payload: Payload): void {
  const { bytes, jsonObjects, jsonArrays } = payload;
  const buffer = Buffer.from(bytes);
  const [own = 0, objects = 0, arrays = 0, other = 0, all = 0] = medians([
    () => decode(bytes).tree.roots().length,
    () => JSON.parse(jsonObjects) as unknown,
    () => JSON.parse(jsonArrays) as unknown,
    () => aswbxml.decode(buffer, "ActiveSync"),
    () => strings(bytes),
  ]);
  report("decode: bytes to a navigable document", own, bytes.length);
  report("JSON.parse of the same tree, elements as objects", objects, bytes.length, {
    ratio: objects / own,
    target: 1,
  });
  report("JSON.parse of the same tree, elements as arrays", arrays, bytes.length, {
    ratio: arrays / own,
    target: 1,
  });
  const isDense = payload.elements > bytes.length / 100;
  report("aswbxml", other, bytes.length, isDense ? { ratio: other / own, target: 5 } : {});
  report("decode, and every string of it", all, bytes.length);
}

function rendering({ bytes }: Payload): void {
  const native: number[] = [];
  const own = median(() => decode(bytes).xml.length);
  for (let run = 0; run < 3; run++) native.push(wbxml2xml(bytes) ?? Number.NaN);
  const fastest = Math.min(...native); // a process: the machine's other work only ever adds
  report("decode and the whole XML text", own, bytes.length);
  if (Number.isNaN(fastest)) console.log("  wbxml2xml is not installed: not compared");
  else report("wbxml2xml as a process", fastest, bytes.length, { ratio: fastest / own, target: 10 });
}

/**
 * Milliseconds that wbxml2xml (libwbxml) takes for the same bytes, file to file; `undefined` where it is not
 * installed.
 */
function wbxml2xml(bytes: Uint8Array): number | undefined {
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
    const time = once(() => {
      status = spawnSync("wbxml2xml", args, { stdio: "ignore" }).status;
    });
    return status === 0 ? time : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function encoding({ bytes }: Payload): void {
  const document = decode(bytes);
  const plan = document.plan();
  const written = encodePlan(plan).bytes;
  if (Buffer.compare(written, bytes) !== 0) throw new Error("what is encoded is not what was decoded");
  report(
    "encode from a plan",
    median(() => encodePlan(plan).bytes.length),
    bytes.length,
    { speed: 50 },
  );
  const { xml } = document;
  report(
    "encode from XML text",
    median(() => encode(xml).bytes.length, 3),
    bytes.length,
  );
}

function linearity(): void {
  reportTitle("linearity: decode, milliseconds a megabyte");
  const sizes = [1, 4, 16, 64];
  const costs = sizes.map((megabytes) => {
    const { bytes } = dense(megabytes, false);
    collectGarbage();
    return median(() => decode(bytes).tree.roots().length, 5) / megabytes;
  });
  sizes.forEach((megabytes, i) =>
    console.log(`  ${String(megabytes).padStart(3)} MB  ${(costs[i] ?? 0).toFixed(2)}`),
  );
  console.log(
    `  64 MB costs ${((costs[3] ?? 0) / (costs[0] ?? 1)).toFixed(2)} times as much a megabyte as 1 MB`,
  );
}

function memory({ name, bytes }: Payload): void {
  const before = heldBytes();
  const document = decode(bytes);
  const decoded = heldBytes() - before;
  const length = document.xml.length;
  const rendered = heldBytes() - before;
  const times = (held: number): string => `${(held / bytes.length).toFixed(1)} × the payload`;
  console.log(
    `  ${name}: document ${times(decoded)}, with its XML text (${(length / 1e6).toFixed(0)} M ` +
      `characters) ${times(rendered)}; target < 8 ×`,
  );
}

const payloads = [dense(8), bodies(10)];
for (const payload of payloads) {
  reportTitle(
    `${payload.name} (${payload.bytes.length} bytes, ${payload.elements} elements; JSON ` +
      `${payload.jsonObjects.length} and ${payload.jsonArrays.length} characters)`,
  );
  decoding(payload);
  rendering(payload);
  encoding(payload);
}
linearity();
reportTitle("memory held after collection, typed arrays included");
for (const payload of payloads) memory(payload);
