import { decodeLatin1 } from "../../../bytes/latin1";
import type { Contents, Format, Input, InputProblem, ReadOptions } from "../../format";
import type { HttpMessage } from "../../http/message";
import { parseMessages } from "../../http/parse";
import { onlyProblem } from "../../http/pasted";
import { dropPlace } from "../../http/places";
import { type Limits, limits as pageLimits } from "../../limits";
import { pauses, scaleProgress } from "../../pace";
import { writeShare } from "../../summary";
import { listMissedProblems, readSegments } from "../../tcp/segment";
import {
  type Connection,
  cutProblems,
  findGaps,
  gapProblem,
  joinSegments,
  packetAt,
  type Stream,
} from "../../tcp/streams";
import { toMilliseconds } from "../../time";
import { type Session, type SessionTimes, sessionsToCaptures } from "../sessions";
import { captureKind, readPackets } from "./packets";

const HTTP_START = /^(?:[A-Z][A-Z_-]{2,19} \S+ HTTP\/1|HTTP\/1\.[01] \d{3})/;
const FIND_HTTP = /(?:POST|GET|OPTIONS) \S+ HTTP\/1\.[01]\r\n|HTTP\/1\.[01] \d{3} /;

type Kind = "http" | "tls" | "http2" | "other";

/**
 * The protocol of a stream, judged by its first bytes; if the capture started late, HTTP can appear further
 * on.
 */
function classifySide({ bytes }: Stream): Kind {
  const head = decodeLatin1(bytes.subarray(0, 4096));
  if (HTTP_START.test(head)) return "http";
  if (head.startsWith("PRI * HTTP/2")) return "http2";
  if (bytes[0] === 0x16 && bytes[1] === 0x03) return "tls";
  return FIND_HTTP.test(head) ? "http" : "other";
}

function classifyConnection({ streams }: Connection): Kind {
  const kinds = new Set(streams.filter(({ bytes }) => bytes.length > 0).map(classifySide));
  return (["http2", "http", "tls"] as const).find((kind) => kinds.has(kind)) ?? "other";
}

/**
 * The message without its places, which refer to the stream and not to the input, and with a problem for
 * missing bytes of the stream in its range.
 */
function addGaps(message: HttpMessage, stream: Stream): HttpMessage {
  const gaps = findGaps(stream, message.range ?? { start: 0, end: 0 });
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  return {
    ...message,
    problems: [...message.problems.map(dropPlace), ...(missing > 0 ? [gapProblem(missing)] : [])],
  };
}

interface FoundSession {
  readonly session: Omit<Session, "id">;
  readonly packet: number;
}

function toOrigin(stream: Stream, message: HttpMessage | undefined): Session["requestOrigin"] {
  return message === undefined
    ? {}
    : { name: `${stream.from} → ${stream.to}, packet ${packetAt(stream, message.range?.start ?? 0)}` };
}

/** Requests with their responses, in order; responses without a request are on their own. */
function pairMessages(
  { streams }: Connection,
  limits: Limits,
  problems: InputProblem[],
  capturedAt: (packet: number) => number | undefined,
): readonly FoundSession[] {
  const parsedRequests = streams.map((stream) => ({ stream, ...parseMessages(stream.bytes, [], limits) }));
  const client = parsedRequests.find(({ messages }) => messages[0]?.direction === "request");
  const server = streams.find((stream) => stream !== client?.stream && stream.bytes.length > 0);
  const requests = client?.messages ?? [];
  const answered =
    server === undefined
      ? undefined
      : parseMessages(
          server.bytes,
          requests.map(({ method }) => method),
          limits,
        );
  const responses = (answered?.messages ?? []).filter(({ status }) => (status ?? 0) >= 200);
  for (const { code, message } of [...(client?.problems ?? []), ...(answered?.problems ?? [])]) {
    problems.push({
      code,
      severity: "warning",
      message: `${streams[0]?.from ?? ""} ↔ ${streams[0]?.to ?? ""}: ${message}`,
    });
  }
  return Array.from({ length: Math.max(requests.length, responses.length) }, (_, i): FoundSession => {
    const [request, response] = [requests[i], responses[i]];
    const own = client?.stream ?? server;
    const first =
      request && client
        ? packetAt(client.stream, request.range?.start ?? 0)
        : server
          ? packetAt(server, response?.range?.start ?? 0)
          : 0;
    return {
      packet: first,
      session: {
        request: request && client && addGaps(request, client.stream),
        response: async () => response && server && addGaps(response, server),
        times: () => readTimes(capturedAt, [client?.stream, request], [server, response]),
        requestOrigin: own ? toOrigin(own, request) : {},
        responseOrigin: server ? toOrigin(server, response) : {},
      },
    };
  });
}

type Sent = readonly [stream: Stream | undefined, message: HttpMessage | undefined];

/** The times of a session, from those of the packets of its first and last bytes. */
function readTimes(
  capturedAt: (packet: number) => number | undefined,
  request: Sent,
  response: Sent,
): SessionTimes {
  const at = ([stream, message]: Sent, edge: "start" | "end"): number | undefined => {
    const { range } = message ?? {};
    if (stream === undefined || range === undefined) return undefined;
    return capturedAt(
      packetAt(stream, edge === "start" ? range.start : Math.max(range.start, range.end - 1)),
    );
  };
  const [sent, answered, end] = [at(request, "start"), at(response, "start"), at(response, "end")];
  return {
    request: sent === undefined ? undefined : { at: sent, hasZone: true },
    response: answered === undefined ? undefined : { at: answered, hasZone: true },
    tookMs: sent === undefined || end === undefined ? undefined : toMilliseconds(end - sent),
  };
}

/**
 * The sessions of a connection, none later than the next one: a packet that was captured late was sent
 * earlier.
 */
function sortSessions(sessions: readonly FoundSession[]): readonly FoundSession[] {
  let packet = Number.POSITIVE_INFINITY;
  const backwards = sessions.toReversed().map((session) => {
    packet = Math.min(packet, session.packet);
    return { ...session, packet };
  });
  return backwards.reverse();
}

function note(code: string, count: number, message: string): readonly InputProblem[] {
  return count === 0 ? [] : [{ code, severity: "info", message: `${count} ${message}` }];
}

/** Which connections are not read, and why. */
function unreadConnections(kinds: readonly Kind[]): readonly InputProblem[] {
  const count = (kind: Kind): number => kinds.filter((entry) => entry === kind).length;
  return [
    ...note(
      "tls-connections",
      count("tls"),
      "connections are encrypted (TLS). Decrypt them with a proxy, or export the objects from Wireshark " +
        "with the keys.",
    ),
    ...note("http2-connections", count("http2"), "connections use HTTP/2, which is not supported."),
    ...note("other-connections", count("other"), "connections are not HTTP."),
  ];
}

/** Reads the unencrypted HTTP/1.1 in a capture of network packets. Rejects only if the read is cancelled. */
export async function readPcap(
  bytes: Uint8Array,
  options: ReadOptions,
  limits: Limits = pageLimits,
): Promise<Contents> {
  if (captureKind(bytes) === undefined)
    return onlyProblem("no-capture-file", "The file is neither pcap nor pcapng.");
  const pause = pauses(options);
  const file = readPackets(bytes);
  const segments = readSegments(file.packets);
  const capturedAt = (packet: number): number | undefined => file.packets[packet - 1]?.capturedAt;
  await pause(0, "packets");
  const connections = joinSegments(segments.segments, limits.tcpStreamBytes);
  const kinds = connections.map(classifyConnection);
  const problems = [
    ...file.problems,
    ...listMissedProblems(segments),
    ...unreadConnections(kinds),
    ...cutProblems(connections, limits.tcpStreamBytes),
  ];
  const found: FoundSession[] = [];
  for (const [i, connection] of connections.entries()) {
    await pause(i / connections.length / 2, `connection ${i + 1}`);
    if (kinds[i] === "http")
      for (const session of sortSessions(pairMessages(connection, limits, problems, capturedAt)))
        found.push(session);
  }
  const sorted = found
    .sort((a, b) => a.packet - b.packet)
    .map(({ session }, i): Session => ({ ...session, id: String(i + 1) }));
  const contents = await sessionsToCaptures(sorted, scaleProgress(options, 0.5, 1), { limits });
  const none =
    sorted.length > 0 ? [] : onlyProblem("no-http", "The capture contains no unencrypted HTTP/1.1.").problems;
  const http = kinds.filter((kind) => kind === "http").length;
  const detail = [contents.detail, writeShare(http, kinds.length, "connection")]
    .filter((part) => part !== undefined)
    .join(" in ");
  return { captures: contents.captures, problems: [...problems, ...none, ...contents.problems], detail };
}

/** Captures of network packets: pcap and pcapng. */
export const pcap: Format = {
  id: "pcap",
  title: "network capture (pcap, pcapng)",
  recognise: ({ bytes }) => {
    const kind = bytes && captureKind(bytes);
    return kind && { confidence: 0.99, why: `the file begins with the magic number of ${kind}` };
  },
  read: ({ bytes }: Input, options) => readPcap(bytes ?? new Uint8Array(), options),
};
