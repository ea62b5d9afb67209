import { openDocument } from "../../document/open";
import { easCodeSpace } from "../../eas/codeSpace";
import { readCaptureContent } from "../../session/content";
import { writeText } from "../../share/forms";
import { editingOf, type OpenCapture } from "../../store/inspector";
import { readContext } from "../context/easFacts";
import { copyText } from "../kit/copyText";

/** Copies the request of an exchange as a curl command, as edited, without the credentials of the capture. */
export async function copyCurl(open: OpenCapture): Promise<void> {
  const { command, direction, version } = readContext(open);
  const http = open.capture?.http;
  const facts = {
    direction,
    ...(command !== undefined && { command }),
    ...(version !== undefined && { version }),
    ...(http && { http }),
  };
  const bytes = readBytes(open);
  const document = () => editingOf(open)?.document ?? openDocument(bytes, easCodeSpace);
  const options = { query: "captured", credentials: false } as const;
  const parts = writeText({ bytes, document }, { kind: "curl", facts, options });
  await copyText("curl", [...parts].join(""));
}

function readBytes(open: OpenCapture): Uint8Array {
  const document = editingOf(open)?.document;
  if (document !== undefined) return document.bytes;
  const content = open.capture && readCaptureContent(open.capture);
  return content?.kind === "payload" ? content.bytes : new Uint8Array(0);
}
