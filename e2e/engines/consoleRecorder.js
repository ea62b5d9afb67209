// Served with the page, before its own scripts, to a browser whose driver can't read the console: records what
// the console would show as an error.
const recorded = [];
const record = (...parts) => recorded.push(parts.map((part) => String(part?.message ?? part)).join(" "));
const { error } = console;
console.error = (...parts) => {
  record(...parts);
  error.apply(console, parts);
};
addEventListener(
  "error",
  ({ target, message }) =>
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
