import type { SpecReference } from "../../../eas/elements/element";
import { findHttpFailure } from "../../../eas/httpStatus";
import type { Rule } from "../../rule";

/** An empty Sync response with an HTTP status. */
const answered = (httpStatus: number) => ({
  hex: "",
  command: "Sync",
  direction: "response" as const,
  httpStatus,
});

/** The reference of "MS-ASHTTP 3.1.5.2" or "RFC 9110 15.4.2". */
function readSection(text: string): SpecReference {
  const end = text.lastIndexOf(" ");
  return { document: text.slice(0, end), section: text.slice(end + 1) };
}

/**
 * A response whose HTTP status says that the request failed. It looks at every response of a session, because
 * many of these have no payload.
 */
export const httpFailed: Rule = {
  id: "http/failed",
  title: "The server refused the HTTP request",
  severity: "failure",
  spec: { document: "MS-ASHTTP", section: "3.1.5.2" },
  why:
    "Any HTTP status that is not between 200 and 299 means that the command was not carried out. The " +
    "server did not get as far as a Status, or the protocol version has none for this failure.",
  messages: { failed: "HTTP {value}, {name}: {meaning}" },
  session: (views, report) => {
    for (const view of views) {
      if (view.httpStatus === undefined) continue;
      const failure = findHttpFailure(view.httpStatus);
      if (failure === undefined) continue;
      const { code: value, name, meaning, causes, advice, section } = failure;
      report(view, -1, "failed", {
        data: { value: String(value), name, meaning },
        why: causes === undefined ? advice : `${causes} ${advice}`,
        spec: readSection(section),
        status: { value, name, command: view.command, ...(value === 400 && { blamesRequest: true }) },
      });
    }
  },
  examples: [
    { title: "a response with HTTP 200 and no body", messages: [answered(200)], finds: [] },
    { title: "an interim response", messages: [answered(100)], finds: [] },
    { title: "a device that has to provision", messages: [answered(449)], finds: ["failed"] },
    {
      title: "missing credentials, a busy server, and a status without a meaning of its own",
      messages: [answered(401), answered(503), answered(418)],
      finds: ["failed", "failed", "failed"],
    },
  ],
};
