// Asks the rules beside the page: neither a payload of 50 MB nor a key typed into 100 KB of XML waits for
// them.
import { type LinkedDocument, openDocument } from "../document/open";
import { easCodeSpace } from "../eas/codeSpace";
import { dropEchoes, lintMessage, lintSession } from "../lint/lint";
import type { Diagnostic } from "../lint/rule";
import { type MessageView, viewDocument } from "../lint/view";
import type { JudgedMessage, JudgeReport, JudgeRequest, SentDiagnostic } from "./judgeMessages";

/** Of one rule no more than this is told: nobody reads on, and the page would choke on a million. */
const MOST_OF_A_RULE = 1000;

const documents = new Map<number, LinkedDocument>();

self.addEventListener("message", ({ data }: MessageEvent<JudgeRequest>) =>
  self.postMessage(answer(data), { transfer: [] }),
);

function answer(request: JudgeRequest): JudgeReport {
  try {
    return judge(request);
  } catch (error) {
    return {
      id: request.id,
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function judge({ id, payloads, messages, shown, problems }: JudgeRequest): JudgeReport {
  const wanted = new Set(messages.map(({ key }) => key));
  for (const { key, bytes, text } of payloads) documents.set(key, openDocument(bytes, easCodeSpace, text));
  for (const key of documents.keys()) if (!wanted.has(key)) documents.delete(key);
  const views = messages.flatMap((message, index) => viewOf(message, index, index === shown ? problems : []));
  const own = views.find(({ index }) => index === shown);
  if (own === undefined) return { id, diagnostics: [], left: [] };
  const session = lintSession(views).filter(({ messageIndex }) => messageIndex === shown);
  return { id, ...bounded(dropEchoes([...lintMessage(own), ...session])) };
}

function viewOf(
  { key, folder, product, ...facts }: JudgedMessage,
  index: number,
  problems: JudgeRequest["problems"],
): MessageView[] {
  const document = documents.get(key);
  return document === undefined ? [] : [viewDocument(document, facts, index, { folder, product }, problems)];
}

function bounded(
  diagnostics: readonly Diagnostic[],
): Pick<Extract<JudgeReport, { readonly left: unknown }>, "diagnostics" | "left"> {
  const counts = new Map<string, number>();
  const told: SentDiagnostic[] = [];
  for (const { rule, severity, message, why, spec, range, element, messageIndex, fixes } of diagnostics) {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    if (count > MOST_OF_A_RULE) continue;
    told.push({
      rule,
      severity,
      message,
      why,
      spec,
      range,
      messageIndex,
      fixes,
      ...(element !== undefined && { element }),
    });
  }
  const left = [...counts].flatMap(([rule, count]) =>
    count > MOST_OF_A_RULE ? [[rule, count - MOST_OF_A_RULE] as const] : [],
  );
  return { diagnostics: told, left };
}
