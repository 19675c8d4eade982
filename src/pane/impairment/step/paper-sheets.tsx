import { Link } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { RangeAddress } from "../../../workbook/address.ts";
import type { Report } from "../../../workflows/impairment/state.ts";
import { Part } from "../../heading.tsx";
import { useTask } from "../../pane-context.ts";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";

/** The sheets of the workpaper where they stand by now, to go to. */
export function PaperSheets({ report }: { readonly report: Report }) {
  const { workbook, evaluation } = useRoom();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const run = useTask();
  const [places, setPlaces] = useState<readonly RangeAddress[]>([]);
  useEffect(() => {
    let left = false;
    run(async () => {
      const found = await workbook.pinned(Object.values(report.blocks));
      if (!left) setPlaces(found.filter((range) => range !== null));
    });
    return () => {
      left = true;
    };
  }, [workbook, report, evaluation, run]);
  if (places.length === 0) return null;
  return (
    <Part level={3} title={room.report.sheets}>
      <ul className={styles.list} style={{ rowGap: 2 }}>
        {places.map((range) => (
          <li key={range.sheet}>
            <Link as="button" inline onClick={() => run(() => workbook.select({ ...range, rows: 1, columns: 1 }))}>
              {range.sheet}
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}
