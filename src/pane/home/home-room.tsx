import { makeStyles } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { Languages } from "./languages.tsx";
import { SampleList } from "./sample-list.tsx";
import { WorkbookOverview } from "./workbook-overview.tsx";

const LinkOverview = lazy(() => import(/* webpackChunkName: "links" */ "./link-overview.tsx"));

const useStyles = makeStyles({
  room: { display: "flex", flexDirection: "column", rowGap: "24px", padding: "16px" },
});

/** What is in this workbook, what there is to open, and the languages. */
export function HomeRoom({ shown, linked }: { readonly shown: boolean; readonly linked: boolean }) {
  const { texts } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.room}>
      <WorkbookOverview shown={shown} />
      {linked && (
        <Suspense fallback={null}>
          <LinkOverview />
        </Suspense>
      )}
      <SampleList />
      <Languages />
      <p className={useTableStyles().note}>{texts.home.local}</p>
    </div>
  );
}
