import { isEncodable } from "../../../document/problem";
import { spec } from "../../../eas/elements/element";
import { findHttpFailure } from "../../../eas/httpStatus";
import type { Rule } from "../../rule";
import type { MessageView } from "../../view";
import { WHOLE } from "./malformationRule";

/** Whether the HTTP status already tells why there is no body. */
const isRefused = ({ direction, httpStatus }: MessageView): boolean =>
  direction !== "request" && httpStatus !== undefined && findHttpFailure(httpStatus) !== undefined;

/** A payload of zero bytes, unless it is a response that HTTP refused. */
export const emptyBody: Rule = {
  id: "wbxml/empty-body",
  title: "Empty body",
  severity: "info",
  spec: spec("MS-ASCMD 2.2.1.21.1"),
  why:
    "An empty Sync request repeats the previous request, and an empty response means that nothing " +
    "has changed. For most other commands, an empty body is an error.",
  messages: {
    request:
      "The request has no body. That is legal for Sync and Ping, and repeats what the device sent last; " +
      "other commands need one.",
    response:
      "The response has no body. After Sync that means that nothing has changed, and after SendMail, " +
      "SmartForward and SmartReply that the message was accepted; other commands answer with one.",
    unknown:
      "The body is empty. That is legal for Sync, SendMail, SmartForward and SmartReply responses, and for " +
      "Sync and Ping requests that repeat the last one.",
  },
  message: (view, report) => {
    const isEmpty = view.document.malformations.some(({ code }) => code === "empty-body");
    // XML that could not be encoded has no bytes either
    if (!isEmpty || !isEncodable(view.problems) || isRefused(view)) return;
    report(-1, view.direction ?? "unknown");
  },
  examples: [
    { title: "a request with a body", messages: [WHOLE], finds: [] },
    { title: "no bytes", messages: [""], finds: ["unknown"] },
    {
      title: "a Sync request that repeats the last one, and its answer that nothing has changed",
      messages: [
        { hex: "", command: "Sync", direction: "request" },
        { hex: "", command: "Sync", direction: "response", httpStatus: 200 },
      ],
      finds: ["request", "response"],
    },
    {
      title: "a response that HTTP refuses",
      messages: [{ hex: "", command: "Sync", direction: "response", httpStatus: 449 }],
      finds: [],
    },
  ],
};
