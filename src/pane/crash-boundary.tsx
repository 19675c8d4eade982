import { Button, FluentProvider, Text } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { paneTexts } from "../locales/pane-texts.ts";
import type { Language } from "../locales/texts.ts";
import type { PaneTheme } from "./pane-host.ts";
import { themes } from "./theme.ts";

interface Looks {
  readonly language: () => Language;
  readonly theme: () => PaneTheme;
  readonly children: ReactNode;
}

/** Keeps a fault of the pane within the pane: the workbook beside it goes on, and the pane can be started anew. */
export class CrashBoundary extends Component<Looks, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    const language = this.props.language();
    const { crash } = paneTexts[language];
    return (
      <FluentProvider theme={themes[this.props.theme()]} style={{ height: "100%" }}>
        <div lang={language} role="alert" style={{ display: "grid", gap: 12, justifyItems: "start", padding: 16 }}>
          <Text as="h1" size={500} weight="semibold" style={{ margin: 0 }}>
            {crash.title}
          </Text>
          <Text>{crash.sentence}</Text>
          <Button appearance="primary" autoFocus onClick={() => this.setState({ crashed: false })}>
            {crash.restart}
          </Button>
        </div>
      </FluentProvider>
    );
  }
}
