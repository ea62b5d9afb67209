import { openDocument } from "../../document/open";
import { easCodeSpace } from "../../eas/codeSpace";
import { formatCount } from "../../eas/values/reading";
import { readCaptureContent } from "../../session/content";
import { writeText } from "../../share/forms";
import { editingOf, type OpenCapture, useInspector } from "../../store/inspector";
import { readContext } from "../context/easFacts";
import { copyText } from "../kit/copyText";

/**
 * Copies the request of an exchange as a curl command, as edited, with what the user has filled in for
 * exports and without the credentials of the capture.
 */
export async function copyCurl(open: OpenCapture): Promise<void> {
  const { command, direction, version } = readContext(open);
  const { http, host, user, deviceId, deviceType } = open.capture ?? {};
  const facts = {
    direction,
    people: { host, user, deviceId, deviceType },
    ...(command !== undefined && { command }),
    ...(version !== undefined && { version }),
    ...(http && { http }),
  };
  const bytes = readBytes(open);
  const document = () => editingOf(open)?.document ?? openDocument(bytes, easCodeSpace);
  const values = useInspector.getState().resend;
  const options = { query: "captured", credentials: false, values } as const;
  const parts = writeText({ bytes, document }, { kind: "curl", facts, options });
  await copyText(`${formatCount(bytes.length, "byte")} as curl`, [...parts].join(""));
}

function readBytes(open: OpenCapture): Uint8Array {
  const document = editingOf(open)?.document;
  if (document !== undefined) return document.bytes;
  const content = open.capture && readCaptureContent(open.capture);
  return content?.kind === "payload" ? content.bytes : new Uint8Array(0);
}
