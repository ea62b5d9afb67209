import type { Directive } from "../../browser/policyInForce";

/** What a directive is about, for those whose sources are places. */
const PLACES: Readonly<Record<string, string>> = {
  "base-uri": "Other base addresses for relative ones",
  "connect-src": "Requests and connections of scripts",
  "default-src": "Whatever has no line of its own (frames, media, objects, prefetch)",
  "font-src": "Fonts",
  "form-action": "Targets of forms",
  "frame-ancestors": "Pages that may frame this one",
  "frame-src": "Frames",
  "img-src": "Images",
  "media-src": "Sound and video",
  "object-src": "Embedded objects",
  "script-src": "Scripts",
  "style-src": "Styles",
  "worker-src": "Workers",
};

const SOURCES: Readonly<Record<string, string>> = {
  "'none'": "none",
  "'self'": "this page's own server",
  "'unsafe-inline'": "the page itself",
  "data:": "written into the page itself (data:)",
  "blob:": "what a script made (blob:)",
};

/** A directive in plain English; `undefined` if the page does not know it. */
export function explainDirective({ name, sources }: Directive): string | undefined {
  if (name === "require-trusted-types-for")
    return "A text becomes a script only through one of the Trusted Types policies.";
  if (name === "trusted-types")
    return "The only Trusted Types policies that can be made: those of the page's workers and of its editor.";
  const about = PLACES[name];
  if (about === undefined) return undefined;
  const from = sources.map((source) => SOURCES[source] ?? source);
  return `${about}: ${from.length === 0 ? "none" : from.join(", ")}.`;
}

/** What is lost if the server does not send a header, by the name of the header. */
export const headerTexts: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "Without it, another page can frame this one, and the page's workers are not bound by the policy.",
  "Connection-Allowlist":
    "Without it, or in a browser that does not know it (all but Chromium and Edge from 152), a script can " +
    "leave the page for any address, and use WebRTC. With it, a script can still go to the addresses " +
    "that it " +
    "names, those of the published specifications, and to where they redirect, with anything in the address.",
  "Cross-Origin-Opener-Policy": "Without it, a page that opens this one can send it away or close it.",
  "Cross-Origin-Resource-Policy": "Without it, pages of other sites can load the files of this one.",
  "Permissions-Policy": "Without it, a script can ask you for the camera, the microphone or your place.",
  "Referrer-Policy": "Without it, the page says by itself that its address is not passed on.",
  "X-Content-Type-Options":
    "Without it, a browser may take a file for a script that is sent as something else.",
  "X-DNS-Prefetch-Control": "Without it, a browser may look up the names in links before you follow them.",
};
