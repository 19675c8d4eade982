import { Decimal, ZERO } from "../../../core/decimal.ts";
import { Refusal } from "../../../core/refusal.ts";
import type { ResultCell } from "../../../functions/define.ts";
import type { BreakEvenFigure, UnitEvaluation } from "../../../workflows/impairment/evaluation.ts";
import type { SensitivitySettings } from "../../../workflows/impairment/state.ts";
import { ResultTable } from "../../functions/result-table.tsx";
import { Part } from "../../heading.tsx";
import { numberText } from "../../number-format.ts";
import { useTableStyles } from "../../table-styles.ts";
import { HeadroomMapTable } from "../chart/headroom-map.tsx";
import { TornadoChart } from "../chart/tornado-chart.tsx";
import { TextField } from "../fields.tsx";
import { capitalised } from "../../../workflows/impairment/report/paper.ts";
import { isRate } from "../figure-text.ts";
import { evaluationOf, useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";
import { changeText, fractionOf, fractionsOf } from "./change-text.ts";

/** What moves headroom, and by how much an assumption may change before it is gone. */
export function SensitivityStep() {
  const { unit, evaluation } = useRoom();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const derived = unit && evaluationOf(evaluation, unit);
  const valid = evaluation.findings.every(({ facts }) => facts.code !== "sensitivity-setting");
  return (
    <div className={styles.form}>
      {derived?.valueInUse?.terms && valid ? <Charts derived={derived} /> : <p className={note}>{room.sensitivity.needsValue}</p>}
      <Settings />
    </div>
  );
}

function Charts({ derived }: { readonly derived: UnitEvaluation }) {
  const { room } = useRoomTexts();
  const map = derived.headroomMap();
  const terms = derived.valueInUse?.terms;
  const breakEvens = derived.breakEvens();
  return (
    <>
      {breakEvens.length > 0 && (
        <Part level={3} title={room.sensitivity.breakEvens}>
          <BreakEvens figures={breakEvens} />
        </Part>
      )}
      <TornadoChart entries={derived.tornado()} />
      {map && terms && <HeadroomMapTable map={map} rate={terms.rate} column={map.across === "growth" ? (terms.growth ?? ZERO) : ZERO} />}
    </>
  );
}

function BreakEvens({ figures }: { readonly figures: readonly BreakEvenFigure[] }) {
  const { room, words } = useRoomTexts();
  const rows = figures.map(({ lever, present, found, change, residual }): ResultCell[] => [
    capitalised(words.levers[lever]),
    isRate(lever) ? present : "—",
    found,
    change === undefined ? "—" : isRate(lever) ? room.points(numberText(change.times(100), 2)) : change,
    residual ? residual.toDecimalPlaces(6, Decimal.ROUND_HALF_UP) : "—",
  ]);
  const header = ["", room.sensitivity.present, room.sensitivity.critical, room.sensitivity.change, room.rate.residual];
  const isFraction = (_: Decimal, [column]: readonly (ResultCell | undefined)[]) => column !== room.rate.residual;
  return <ResultTable cells={[header, ...rows.map((row) => row.map((cell) => (cell instanceof Refusal ? room.chart.noCritical : cell)))]} label={room.sensitivity.breakEvens} isFraction={isFraction} />;
}

function Settings() {
  const { test, play } = useRoom();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const { sensitivity } = test;
  const change = (changed: Partial<SensitivitySettings>) => play({ type: "sensitivity-changed", sensitivity: changed });
  const list = (name: "rates" | "growths" | "flows", label: string) => (
    <TextField label={label} hint={room.sensitivity.listHint} place={`sensitivity/${name}`} value={sensitivity[name].map(changeText).join(", ")} onValue={(text) => change({ [name]: fractionsOf(text) })} />
  );
  return (
    <Part level={3} title={room.sensitivity.settings}>
      <div className={styles.two}>
        <TextField label={room.sensitivity.points} place="sensitivity/points" value={changeText(sensitivity.points)} onValue={(text) => change({ points: fractionOf(text) })} />
        <TextField label={room.sensitivity.lever} place="sensitivity/lever" value={changeText(sensitivity.lever)} onValue={(text) => change({ lever: fractionOf(text) })} />
      </div>
      {list("rates", room.sensitivity.rates)}
      {list("growths", room.sensitivity.growths)}
      {list("flows", room.sensitivity.flows)}
    </Part>
  );
}
