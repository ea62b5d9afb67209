// Served with the page, before its own scripts, to a browser whose driver can't read the console: records
// what the console would show as an error.
const recorded = [];
const record = (...parts) => recorded.push(parts.map((part) => String(part?.message ?? part)).join(" "));
const { error } = console;
console.error = (...parts) => {
  record(...parts);
  error.apply(console, parts);
};
// What a window is told, but no console shows: some layout was put off to the next frame.
const isNotice = (message) => message?.startsWith("ResizeObserver loop") === true;
addEventListener(
  "error",
  ({ target, message }) =>
    !isNotice(message) &&
    record(
      target instanceof Element ? `${target.src ?? target.href ?? target.tagName} did not load` : message,
    ),
  true,
);
addEventListener("unhandledrejection", ({ reason }) => record("Not handled:", reason));
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  record(`The policy ${violatedDirective} refused ${blockedURI}`),
);
globalThis.recordedErrors = recorded;
