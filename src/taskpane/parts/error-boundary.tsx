import { Component } from "react";
import { Button } from "@fluentui/react-components";
import { Message } from "./message";
import { partTexts } from "./texts";

interface Props {
  readonly children: React.ReactNode;
}

/** Catches a fault of one section; the work lives above it and survives. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const again = (
      <Button size="small" onClick={() => this.setState({ broken: false })}>
        {partTexts.showAgain}
      </Button>
    );
    return (
      <div role="alert">
        <Message tone="error" actions={again}>
          {partTexts.broken}
        </Message>
      </div>
    );
  }
}
