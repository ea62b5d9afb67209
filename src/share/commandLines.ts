import { toBase64 } from "../bytes/base64";
import { formatHead, type HttpMessage } from "./httpMessage";

/** Quotes a text as a single word of a POSIX shell. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * Quotes a text as a PowerShell literal. PowerShell treats typographic quotes like plain ones, so both are
 * doubled.
 */
export function quoteForPowerShell(text: string): string {
  return `'${text.replaceAll(/['\u2018-\u201b]/g, "$&$&")}'`;
}

/** Headers that the program sets itself, from the URL and the body. */
const AUTOMATIC_HEADERS = new Set(["host", "content-length"]);

function selectHeaders({ headers }: HttpMessage): readonly (readonly [string, string])[] {
  return headers.filter(([name]) => !AUTOMATIC_HEADERS.has(name.toLowerCase()));
}

/**
 * Formats a request as a curl command. The body is read from the named file or, if there is none, embedded as
 * base64.
 */
export function formatCurlCommand(message: HttpMessage, file?: string): string {
  const { url = "" } = message;
  const method = /^\S+/.exec(message.startLine)?.[0] ?? "POST";
  const lines = [
    `curl --globoff --request ${quoteForShell(method)} ${quoteForShell(url)}`,
    ...selectHeaders(message).map(
      ([name, value]) => `  --header ${quoteForShell(value === "" ? `${name};` : `${name}: ${value}`)}`,
    ),
    `  --data-binary ${file === undefined ? "@-" : quoteForShell(`@${file}`)}`,
  ].join(" \\\n");
  return file === undefined
    ? `printf '%s' '${toBase64(message.body)}' | base64 -d | ${lines}\n`
    : `${lines}\n`;
}

/** Formats a request, including its body, for PowerShell 5.1 and 7. */
export function formatPowerShellCommand(message: HttpMessage): string {
  const { url = "" } = message;
  const method = /^\S+/.exec(message.startLine)?.[0] ?? "POST";
  const valuesByName = new Map<string, string>();
  for (const [name, value] of selectHeaders(message))
    valuesByName.set(name, valuesByName.has(name) ? `${valuesByName.get(name)}, ${value}` : value);
  const getHeader = (name: string): string | undefined =>
    [...valuesByName].find(([known]) => known.toLowerCase() === name)?.[1];
  const [type, agent] = [getHeader("content-type"), getHeader("user-agent")];
  const others = [...valuesByName].filter(([name]) => !/^(content-type|user-agent)$/i.test(name));
  return [
    `$body = [Convert]::FromBase64String('${toBase64(message.body)}')`,
    "$headers = @{",
    ...others.map(([name, value]) => `  ${quoteForPowerShell(name)} = ${quoteForPowerShell(value)}`),
    "}",
    `Invoke-WebRequest -Method ${method} -Uri ${quoteForPowerShell(url)} -Headers ` +
      "$headers -Body $body" +
      (type === undefined ? "" : ` -ContentType ${quoteForPowerShell(type)}`) +
      (agent === undefined ? "" : ` -UserAgent ${quoteForPowerShell(agent)}`),
    "",
  ].join("\n");
}

/**
 * Formats a request for the Raw tab of Fiddler's Composer. The body comes from a file; the user has to
 * complete its path.
 */
export function formatFiddlerRequest(message: HttpMessage, file: string): string {
  const { url = "" } = message;
  const target = message.startLine.replace(/^(\S+) \S+ (?=HTTP)/, (_, method: string) => `${method} ${url} `);
  const head = formatHead({
    ...message,
    startLine: target,
    headers: message.headers.filter(([name]) => name.toLowerCase() !== "content-length"),
  });
  return `${head}<@INCLUDE *${file}*@>\r\n`;
}
