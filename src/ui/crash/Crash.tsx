import { Component, type ErrorInfo, type ReactNode } from "react";
import { isLoadFailure, LOAD_FAILURE, reportOf } from "./faults";
import "./crash.css";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | undefined;
}

/**
 * The one place where a fault of ours is caught. It says so, gives the report to copy, and lets the person go
 * on.
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
    const report = reportOf(error);
    const isAbsent = isLoadFailure(error);
    return (
      <main className="crash" role="alert">
        <h1>Something here is broken</h1>
        <p>
          {isAbsent
            ? LOAD_FAILURE
            : "This is a fault of the inspector, not of your payload. The report below holds no payload " +
              "bytes."}
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
