import { Component, type ReactNode } from "react";
import { uiWords } from "../words/en/ui";
import "./boundary.css";

/** A part of the page that could not be fetched. */
export class NotLoaded extends Error {}

type Props = {
  readonly children: ReactNode;
  /** Another one is another try. */
  readonly of?: unknown;
  /** What is done before another try. */
  readonly onRetry?: () => void;
};

/** Keeps what breaks to its own part of the page: there it says so, with a way on. The rest stays as it is. */
export class Boundary extends Component<Props, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: Props) {
    if (before.of !== this.props.of && this.state.error !== undefined) this.setState({ error: undefined });
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const words = uiWords();
    const retry = () => {
      this.props.onRetry?.();
      this.setState({ error: undefined });
    };
    return (
      <div className="broken" role="alert">
        <p>{error instanceof NotLoaded ? words.notLoaded : words.broken}</p>
        <button type="button" onClick={retry}>
          {words.tryAgain}
        </button>
        <button type="button" onClick={() => history.go(0)}>
          {words.reload}
        </button>
      </div>
    );
  }
}
