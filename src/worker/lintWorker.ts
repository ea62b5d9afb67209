// Runs the rules off the page's thread, so that neither a payload of 50 MB nor a key typed into 100 KB of XML
// has to wait for them.
import { countUp, type Tally } from "../bytes/tally";
import { type LinkedDocument, openDocument } from "../document/open";
import { easCodeSpace } from "../eas/codeSpace";
import { dropEchoes, lintMessage, lintSession } from "../lint/lint";
import type { Diagnostic } from "../lint/rule";
import { type MessageView, viewDocument } from "../lint/view";
import type { KeyedMessage, LintReport, LintRequest, SentDiagnostic } from "./lintMessages";

/** At most this many findings of one rule are sent: the page could not usefully show a million. */
const MAX_PER_RULE = 1000;

const documents = new Map<number, LinkedDocument>();

self.addEventListener("message", ({ data }: MessageEvent<LintRequest>) =>
  self.postMessage(answer(data), { transfer: [] }),
);

function answer(request: LintRequest): LintReport {
  try {
    return runLint(request);
  } catch (error) {
    return {
      id: request.id,
      crash: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function runLint({ id, payloads, messages, shown, problems }: LintRequest): LintReport {
  const wanted = new Set(messages.map(({ key }) => key));
  for (const { key, bytes, text } of payloads) documents.set(key, openDocument(bytes, easCodeSpace, text));
  for (const key of documents.keys()) if (!wanted.has(key)) documents.delete(key);
  const views = messages.flatMap((message, index) =>
    viewMessage(message, index, index === shown ? problems : []),
  );
  const own = views.find(({ index }) => index === shown);
  if (own === undefined) return { id, diagnostics: [], omitted: [] };
  const session = lintSession(views).filter(({ messageIndex }) => messageIndex === shown);
  return { id, ...limitPerRule(dropEchoes([...lintMessage(own), ...session])) };
}

function viewMessage(
  { key, folder, product, ...facts }: KeyedMessage,
  index: number,
  problems: LintRequest["problems"],
): MessageView[] {
  const document = documents.get(key);
  return document === undefined ? [] : [viewDocument(document, facts, index, { folder, product }, problems)];
}

function limitPerRule(
  diagnostics: readonly Diagnostic[],
): Pick<Extract<LintReport, { readonly omitted: unknown }>, "diagnostics" | "omitted"> {
  const counts: Tally<string> = new Map();
  const listed: SentDiagnostic[] = [];
  for (const diagnostic of diagnostics) {
    if (countUp(counts, diagnostic.rule) > MAX_PER_RULE) continue;
    listed.push(dropTextRange(diagnostic));
  }
  const omitted = [...counts].flatMap(([rule, count]) =>
    count > MAX_PER_RULE ? [[rule, count - MAX_PER_RULE] as const] : [],
  );
  return { diagnostics: listed, omitted };
}

/** Copies a diagnostic without its text range, which would be computed to be copied. */
function dropTextRange(diagnostic: Diagnostic): SentDiagnostic {
  const { rule, severity, message, why, spec, range, element, messageIndex, fixes } = diagnostic;
  const { status, observations } = diagnostic;
  return {
    rule,
    severity,
    message,
    why,
    spec,
    range,
    messageIndex,
    fixes,
    ...(element !== undefined && { element }),
    ...(status !== undefined && { status }),
    ...(observations !== undefined && { observations }),
  };
}
