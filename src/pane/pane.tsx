import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import type { PaneHost } from "./pane-host.ts";

export function Pane({ host, edition }: { readonly host: PaneHost; readonly edition: number }) {
  return (
    <FluentProvider theme={webLightTheme}>
      <main lang={host.language} data-edition={edition} />
    </FluentProvider>
  );
}
