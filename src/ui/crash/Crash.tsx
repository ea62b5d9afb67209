import { Component, type ErrorInfo, type ReactNode } from "react";
import { formatReport, isLoadError, LOAD_ERROR } from "./crashes";
import "./crash.css";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | undefined;
}

/**
 * The one place where our own errors are caught. It shows what happened and a report to copy, and lets the
 * user go on.
 */
export class Crash extends Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const report = formatReport(error);
    const isAbsent = isLoadError(error);
    return (
      <main className="crash" role="alert">
        <h1>Something went wrong</h1>
        <p>
          {isAbsent
            ? LOAD_ERROR
            : "This is a bug in the inspector, not a problem with your payload. The report below " +
              "contains no payload bytes."}
        </p>
        <p className="crash-actions">
          <button type="button" onClick={() => void navigator.clipboard.writeText(report)}>
            Copy report
          </button>
          {isAbsent ? (
            <button type="button" onClick={() => location.reload()}>
              Reload
            </button>
          ) : (
            <button type="button" onClick={() => this.setState({ error: undefined })}>
              Try again
            </button>
          )}
        </p>
        <pre>{report}</pre>
      </main>
    );
  }
}
