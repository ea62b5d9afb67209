/**
 * The Trusted Types policies that the page makes: those of its own workers, then those of Monaco. A script
 * that gets into the page can make no other.
 */
export const trustedTypesPolicies: readonly string[] = [
  "document-worker",
  "export-worker",
  "compare-worker",
  "lint-worker",
  "search-worker",
  "filter-worker",
  "read-worker",
  "record-worker",
  "editor-worker",
  "key-holder",
  "defaultWorkerFactory",
  "diffEditorWidget",
  "diffReview",
  "domLineBreaksComputer",
  "dompurify",
  "editorViewLayer",
  "richScreenReaderContent",
  "standaloneColorizer",
  "tokenizeToString",
];

/**
 * What the built page may load: itself, and nothing from anywhere else. Styles may be inline, because Monaco
 * and React set them. `webrtc 'block'` is not there: Chromium 156, Firefox 153 and WebKitGTK 2.50 don't know
 * it, and each writes an error to the console at every start. `Connection-Allowlist` blocks WebRTC where it
 * is known.
 */
export const contentSecurityPolicy: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${trustedTypesPolicies.join(" ")}`,
].join("; ");

/** The published specifications, to which the page links. */
const SPECIFICATIONS = "https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/*";

/** Features of a browser that the page does not use, and that a script in it could use to look or to send. */
const UNUSED_FEATURES = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "serial",
  "usb",
];

/**
 * The headers that every file of the page is to be served with. They add what a page can't say of itself: who
 * may frame it, and what its workers may do, which obey the headers of their own files only. In browsers that
 * know `Connection-Allowlist`, it also covers what a Content Security Policy does not: navigation, new
 * windows, preconnect and WebRTC.
 */
export const headers: Readonly<Record<string, string>> = {
  "Content-Security-Policy": `${contentSecurityPolicy}; frame-ancestors 'none'`,
  "Connection-Allowlist": `(response-origin "${SPECIFICATIONS}"); webrtc=block; redirects=allow`,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": UNUSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-DNS-Prefetch-Control": "off",
};
