import { Component, type ErrorInfo, type ReactNode } from "react";
import { FaultNotice } from "./FaultNotice";
import "./crash.css";

interface Props {
  /** What is inside, as the beginning of a sentence: "The tree". */
  readonly name: string;
  readonly onClose?: (() => void) | undefined;
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | undefined;
}

/**
 * Catches our own errors in one part of the page. What is outside works on; in place of the part stands what
 * happened, with a button that tries again.
 */
export class Boundary extends Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { name, onClose, children } = this.props;
    if (error === undefined) return children;
    return (
      <FaultNotice
        name={name}
        error={error}
        onRetry={() => this.setState({ error: undefined })}
        onClose={onClose}
      />
    );
  }
}
