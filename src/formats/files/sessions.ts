import type { Capture, Contents, InputProblem, Origin, ReadOptions } from "../format";
import { countBytes, isEasMessage, readRequestFacts, toCapture } from "../http/capture";
import type { HttpMessage } from "../http/message";
import { type Limits, limitProblem, limitRest, limits as pageLimits, totalProblem } from "../limits";
import { pauses } from "../pace";
import { writeShare } from "../summary";
import { type WrittenTime, zoneProblems } from "../time";

/** When a session took place. A missing time is not in the file. */
export interface SessionTimes {
  /** When its request was sent. */
  readonly request?: WrittenTime | undefined;
  /** When its response began. */
  readonly response?: WrittenTime | undefined;
  /** How long it took, in milliseconds, from the request to the end of the response. */
  readonly tookMs?: number | undefined;
}

/**
 * One request and its response in a file. The response is read on demand, so that unneeded responses cost
 * nothing.
 */
export interface Session {
  /** Its name in the file, usually a number. */
  readonly id: string;
  readonly request: HttpMessage | undefined;
  readonly response: () => Promise<HttpMessage | undefined>;
  /** Its times, if the file has them; read on demand. */
  readonly times?: () => Promise<SessionTimes> | SessionTimes;
  readonly requestOrigin: Origin;
  readonly responseOrigin: Origin;
}

/** A session whose response is already available. */
export function wholeSession(
  id: string,
  request: HttpMessage | undefined,
  response: HttpMessage | undefined,
  origin: Origin,
  times: SessionTimes = {},
): Session {
  return {
    id,
    request,
    response: async () => response,
    times: () => times,
    requestOrigin: origin,
    responseOrigin: origin,
  };
}

const isTunnel = ({ request }: Session): boolean => request?.method?.toUpperCase() === "CONNECT";

/** Whether a session belongs to ActiveSync; judged by the response if the request is missing. */
async function isEas(session: Session): Promise<boolean> {
  if (session.request !== undefined) return isEasMessage(session.request);
  const response = await session.response();
  return response !== undefined && isEasMessage(response);
}

function note(code: string, message: string): InputProblem {
  return { code, severity: "info", message };
}

/**
 * The ActiveSync sessions, or all except CONNECT tunnels if there are none. The skipped sessions are reported
 * as a problem.
 */
async function keepEas(
  sessions: readonly Session[],
): Promise<{ readonly kept: readonly Session[]; readonly problems: readonly InputProblem[] }> {
  const problems: InputProblem[] = [];
  const open = sessions.filter((session) => !isTunnel(session));
  const tunnels = sessions.length - open.length;
  if (tunnels > 0)
    problems.push(
      note(
        "tunnels",
        `${tunnels} CONNECT tunnels were skipped. Their traffic is encrypted or listed as separate sessions.`,
      ),
    );
  const eas: Session[] = [];
  for (const session of open) if (await isEas(session)) eas.push(session);
  if (eas.length === 0) return { kept: open, problems };
  const others = open.length - eas.length;
  if (others > 0)
    problems.push(note("other-sessions", `${others} sessions are not ActiveSync and were skipped.`));
  return { kept: eas, problems };
}

interface ReadSession {
  readonly captures: readonly Capture[];
  /** How many of its times have no time zone. */
  readonly withoutZone: number;
}

async function readSession(session: Session, limits: Limits): Promise<ReadSession> {
  const { id, request, requestOrigin, responseOrigin } = session;
  const response = await session.response();
  const times = (await session.times?.()) ?? {};
  const started = times.request ?? times.response;
  const { tookMs } = times;
  const requestFacts = readRequestFacts(request);
  const captures: Capture[] = [];
  if (request)
    captures.push(
      await toCapture(request, {
        id,
        limits,
        tookMs,
        requestFacts,
        origin: requestOrigin,
        startedAt: started?.at,
      }),
    );
  if (response) {
    const startedAt = (times.response ?? started)?.at;
    captures.push(
      await toCapture(response, {
        id,
        limits,
        tookMs,
        requestFacts,
        request,
        origin: responseOrigin,
        startedAt,
      }),
    );
  }
  return { captures, withoutZone: started?.hasZone === false ? 1 : 0 };
}

/** Other known facts about the sessions of a file. */
export interface SessionsContext {
  readonly limits?: Limits;
  /** The number of sessions in the file that could not become a `Session`: another protocol, or empty. */
  readonly leftOut?: number;
}

/**
 * The captures of the sessions, request before response. The detail says how many of all sessions these are.
 * Rejects only if the read is cancelled.
 */
export async function sessionsToCaptures(
  sessions: readonly Session[],
  options: ReadOptions,
  { limits = pageLimits, leftOut = 0 }: SessionsContext = {},
): Promise<Contents> {
  const pause = pauses(options);
  const { kept, problems } = await keepEas(sessions);
  const captures: Capture[] = [];
  const others: InputProblem[] = [...problems];
  let [read, withoutZone, bytes] = [0, 0, 0];
  for (const session of kept) {
    await pause(read / kept.length, `session ${session.id}`);
    if (captures.length >= limits.captures) {
      others.push(limitProblem("captures", "The number of messages", limits.captures));
      break;
    }
    const found = await readSession(session, limitRest(limits, limits.totalBytes - bytes));
    for (const capture of found.captures) {
      captures.push(capture);
      bytes += countBytes(capture);
    }
    withoutZone += found.withoutZone;
    read++;
  }
  return {
    captures,
    problems: [
      ...others,
      ...(bytes >= limits.totalBytes ? [totalProblem(limits)] : []),
      ...zoneProblems(withoutZone),
    ],
    detail: writeShare(read, sessions.length + leftOut, "session"),
  };
}
