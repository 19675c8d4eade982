import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { UnitEvent } from "../../workflows/impairment/event.ts";
import { homeOf } from "../../workflows/impairment/removed-part.ts";
import { itemSlot } from "../../workflows/impairment/slot.ts";
import type { RemovedPart } from "../../workflows/impairment/state.ts";
import { elementOf, focusOn, type Place } from "./finding-place.ts";
import { Question } from "./question.tsx";
import { useRoom, useRoomTexts } from "./room-context.ts";
import { useRoomStyles } from "./room-styles.ts";

/** Beside a list: what was last taken out of it, with the way to bring it back; the one before follows. */
export function RemovedNote() {
  const { test, unit, play, goTo } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const [forgetting, setForgetting] = useState(false);
  const index = test.removed.findLastIndex((removed) => {
    const home = homeOf(removed);
    return home.step === test.step && (home.unit === undefined || home.unit === unit?.id);
  });
  const part = test.removed[index];
  if (!part) return null;
  const name = nameOf(part, { unit: room.units.unnamed, schedule: room.fairValue.schedule, kinds: words.rowKinds });
  const bringBack = () => {
    play({ type: "part-restored", part: index });
    goTo(placeOf(part), test.step, part.part === "unit" ? part.unit.id : part.of);
  };
  return (
    <div className={styles.card} data-removed>
      <p className={styles.text} role="status">
        {room.removed.said(name)}
      </p>
      <div className={styles.row}>
        <Button size="small" id={elementOf("removed")} aria-label={room.link.of(room.removed.undo, name)} onClick={bringBack}>
          {room.removed.undo}
        </Button>
        <Button size="small" appearance="subtle" aria-label={room.link.of(room.list.forget, name)} onClick={() => setForgetting(true)}>
          {room.list.forget}
        </Button>
      </div>
      {forgetting && (
        <Question
          title={room.list.deleteTitle(name)}
          sentence={room.removed.forgetSentence}
          yes={room.list.forget}
          onClose={() => setForgetting(false)}
          onYes={() => {
            play({ type: "part-forgotten", part: index });
            requestAnimationFrame(() => focusOn(listOf(part)));
          }}
        />
      )}
    </div>
  );
}

/** Takes something out of the test, and leads to the way to bring it back. */
export function useRemoval(): (event: UnitEvent) => void {
  const { play } = useRoom();
  return (event) => {
    play(event);
    requestAnimationFrame(() => focusOn("removed"));
  };
}

interface Names {
  readonly unit: string;
  readonly schedule: string;
  readonly kinds: Readonly<Record<string, string>>;
}

function nameOf(part: RemovedPart, names: Names): string {
  if (part.part === "unit") return part.unit.name.trim() || names.unit;
  return part.item.name.trim() || (part.part === "schedule" ? names.schedule : (names.kinds[part.item.kind] ?? ""));
}

/** Where a part is to be seen once it is back. */
function placeOf(part: RemovedPart): Place {
  if (part.part === "unit") return `${part.unit.id}/field/name`;
  if (part.part === "row") return listOf(part);
  return itemSlot(part.of, part.part === "schedule" ? "thresholds" : "past", part.item.id);
}

/** The list it was taken out of. */
function listOf(part: RemovedPart): Place {
  if (part.part === "unit") return "units/new";
  return `${part.of}/field/${lists[part.part]}`;
}

const lists = { row: "rows", schedule: "new-fee", past: "past" } as const;
