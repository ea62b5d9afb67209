import { joinBytes } from "../../bytes/join";
import type { Capture, Contents, Format, Input, InputProblem, ReadOptions } from "../format";
import { inputText } from "../inputText";
import { runPaced, type Steps } from "../pace";
import { originIn, plainCapture } from "../plainCapture";
import { writeCount } from "../summary";
import { decodeHex } from "../text/hex";
import { linesIn } from "../text/lines";
import { moveProblem, unexpectedText } from "../text/problems";

/** What one side sent before the other did: lines of one packet each. */
interface RawTurn {
  readonly isServer: boolean;
  readonly from: number;
  to: number;
  readonly bytes: Uint8Array[];
  readonly problems: InputProblem[];
}

const HEAD = /^Follow: \w+,raw[ \t]*\r?$/m;
/** A packet, indented by a tab if the second node sent it. */
const PACKET = /^(\t?)[0-9A-Fa-f]+$/;
/** What tshark prints before and after the packets of a stream. */
const FRAME = /^(?:=+|Follow: .*|Filter: .*|Node [01]: .*|)$/;

interface Turns {
  readonly turns: readonly RawTurn[];
  readonly problems: readonly InputProblem[];
}

function* readTurns(text: string): Steps<Turns> {
  const turns: RawTurn[] = [];
  const problems: InputProblem[] = [];
  let goesOn = false;
  for (const { from, to } of linesIn(text)) {
    const line = text.slice(from, to).trimEnd();
    const tab = PACKET.exec(line)?.[1];
    if (tab === undefined) {
      if (!FRAME.test(line)) problems.push(unexpectedText(from, to, "a packet in hexadecimal"));
      if (line.startsWith("Follow: ")) goesOn = false;
      continue;
    }
    const { bytes, problems: own } = decodeHex(line);
    const last = goesOn ? turns.at(-1) : undefined;
    const turn =
      last?.isServer === (tab !== "") ? last : { isServer: tab !== "", from, to, bytes: [], problems: [] };
    if (turn !== last) turns.push(turn);
    turn.bytes.push(bytes.slice());
    for (const problem of own) turn.problems.push(moveProblem(problem, from));
    turn.to = to;
    goesOn = true;
    yield to / text.length;
  }
  return { turns, problems };
}

function toCapture(input: Input, { isServer, from, to, bytes, problems }: RawTurn): Capture {
  return plainCapture(joinBytes(bytes), "TCP data", originIn(input, from, to), {
    direction: isServer ? "response" : "request",
    problems,
  });
}

async function read(input: Input, options: ReadOptions): Promise<Contents> {
  const { turns, problems } = await runPaced(readTurns(inputText(input)), options, "packets");
  return {
    captures: turns.map((turn) => toCapture(input, turn)),
    problems,
    detail: writeCount(turns.length, "turn"),
  };
}

/**
 * `tshark -z follow,tcp,raw`: a line of hexadecimal for each packet, with those of the server indented; one
 * capture per turn.
 */
export const followRaw: Format = {
  id: "follow-raw",
  title: "Wireshark Follow Stream, raw",
  recognise: ({ text = "" }) =>
    HEAD.test(text.slice(0, 4096))
      ? { confidence: 0.98, why: "packets of two nodes as hexadecimal" }
      : undefined,
  read,
};
