import { fromBase64 } from "../../bytes/base64";
import { decodeLatin1 } from "../../bytes/latin1";
import type { EasQuery } from "../../eas/requestLine";
import type { Capture } from "../format";
import { type HttpMessage, header } from "./message";

/** Whose request it is, from which device, to which server. */
export type People = Pick<Capture, "host" | "user" | "deviceId" | "deviceType" | "userAgent">;

/**
 * What a request says about its server, its user and its device: the host of its URL or its Host header, the
 * user of its query or of its Basic credentials (never the password), the device of its query.
 */
export function readPeople(request: HttpMessage, query: EasQuery | undefined): People {
  const people: { -readonly [K in keyof People]: People[K] } = {};
  const { headers } = request;
  const set = (name: keyof People, text: string | undefined): void => {
    const value = text?.trim();
    if (value !== undefined && value !== "") people[name] = value;
  };
  set("host", readHost(request));
  set("user", query?.user ?? readBasicUser(header(headers, "Authorization")));
  set("deviceId", query?.deviceId);
  set("deviceType", query?.deviceType);
  set("userAgent", header(headers, "User-Agent"));
  return people;
}

/** The name of the server, in lower case, without a port; an IPv6 address without its brackets. */
function readHost({ target = "", headers }: HttpMessage): string | undefined {
  const written = /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(target)?.[1] ?? header(headers, "Host");
  const [, address, name] = /^(?:\[([^\]]+)\]|([^:]+))(?::\d+)?$/.exec(written?.trim() ?? "") ?? [];
  return (address ?? name)?.toLowerCase();
}

/** The user of Basic credentials [RFC 7617]. */
function readBasicUser(credentials: string | undefined): string | undefined {
  const [, encoded] = /^\s*Basic\s+([A-Za-z0-9+/]+=*)\s*$/i.exec(credentials ?? "") ?? [];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (bytes === undefined) return undefined;
  const text = isUtf8(bytes) ? new TextDecoder().decode(bytes) : decodeLatin1(bytes);
  const colon = text.indexOf(":");
  return colon < 0 ? undefined : text.slice(0, colon);
}

function isUtf8(bytes: Uint8Array): boolean {
  return !new TextDecoder().decode(bytes).includes("\uFFFD");
}
