import type { ReactNode } from "react";
import type { Severity } from "../../../lint/rule";
import "./icons.css";

/** Each severity has a shape of its own, so that it is told apart without colours, too. */
const SHAPES: Readonly<Record<Severity, ReactNode>> = {
  failure: (
    <>
      <path className="icon-fill" d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />
      <path className="icon-cut" d="M8 4.5v4m0 2.9v.1" />
    </>
  ),
  error: (
    <>
      <circle className="icon-fill" cx="8" cy="8" r="7" />
      <path className="icon-cut" d="M5.5 5.5l5 5m0-5l-5 5" />
    </>
  ),
  warning: (
    <>
      <path className="icon-fill" d="M8 1.5L15.5 14.5H.5z" />
      <path className="icon-cut" d="M8 6v4m0 2.2v.1" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 7.3v3.7m0-6.2v.1" />
    </>
  ),
};

interface SeverityIconProps {
  readonly severity: Severity;
  /** Where a pane is too narrow for words, it also stands in names; there it needs a size of its own. */
  readonly size?: number;
}

/** The sign of a severity, in its colour. To a screen reader, the severity is said beside it. */
export function SeverityIcon({ severity, size = 12 }: SeverityIconProps) {
  return (
    <svg
      className={`icon severity-icon icon-${severity}`}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
    >
      {SHAPES[severity]}
    </svg>
  );
}
