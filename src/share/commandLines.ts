import { toBase64 } from "../bytes/base64";
import { type HttpMessage, headText } from "./httpMessage";

/** A text as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A text as a literal of PowerShell, which takes typographic quotes for plain ones. */
export function powerShellLiteral(text: string): string {
  return `'${text.replaceAll(/['\u2018-\u201b]/g, "$&$&")}'`;
}

/** Set by the program itself, from the URL and the body. */
const SET_BY_PROGRAM = new Set(["host", "content-length"]);

function ownHeaders({ headers }: HttpMessage): readonly (readonly [string, string])[] {
  return headers.filter(([name]) => !SET_BY_PROGRAM.has(name.toLowerCase()));
}

/**
 * A request for curl; the body comes from a file of that name, or without one stands in the command as
 * base64.
 */
export function curlCommand(message: HttpMessage, file?: string): string {
  const method = /^\S+/.exec(message.startLine)?.[0] ?? "POST";
  const lines = [
    `curl --globoff --request ${shellWord(method)} ${shellWord(message.url ?? "")}`,
    ...ownHeaders(message).map(
      ([name, value]) => `  --header ${shellWord(value === "" ? `${name};` : `${name}: ${value}`)}`,
    ),
    `  --data-binary ${file === undefined ? "@-" : shellWord(`@${file}`)}`,
  ].join(" \\\n");
  return file === undefined
    ? `printf '%s' '${toBase64(message.body)}' | base64 -d | ${lines}\n`
    : `${lines}\n`;
}

/** A request for PowerShell 5.1 and 7, with the body in it. */
export function powerShellCommand(message: HttpMessage): string {
  const method = /^\S+/.exec(message.startLine)?.[0] ?? "POST";
  const named = new Map<string, string>();
  for (const [name, value] of ownHeaders(message))
    named.set(name, named.has(name) ? `${named.get(name)}, ${value}` : value);
  const own = (name: string): string | undefined =>
    [...named].find(([known]) => known.toLowerCase() === name)?.[1];
  const [type, agent] = [own("content-type"), own("user-agent")];
  const others = [...named].filter(([name]) => !/^(content-type|user-agent)$/i.test(name));
  return [
    `$body = [Convert]::FromBase64String('${toBase64(message.body)}')`,
    "$headers = @{",
    ...others.map(([name, value]) => `  ${powerShellLiteral(name)} = ${powerShellLiteral(value)}`),
    "}",
    `Invoke-WebRequest -Method ${method} -Uri ${powerShellLiteral(message.url ?? "")} -Headers ` +
      "$headers -Body $body" +
      (type === undefined ? "" : ` -ContentType ${powerShellLiteral(type)}`) +
      (agent === undefined ? "" : ` -UserAgent ${powerShellLiteral(agent)}`),
    "",
  ].join("\n");
}

/**
 * A request for Fiddler's Composer, Raw tab; the body comes from a file, whose path has to be completed
 * there.
 */
export function fiddlerComposer(message: HttpMessage, file: string): string {
  const target = message.startLine.replace(/ \S+ (?=HTTP)/, ` ${message.url ?? ""} `);
  const head = headText({
    ...message,
    startLine: target,
    headers: message.headers.filter(([name]) => name.toLowerCase() !== "content-length"),
  });
  return `${head}<@INCLUDE *${file}*@>\r\n`;
}
