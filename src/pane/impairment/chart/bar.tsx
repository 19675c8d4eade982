import { mergeClasses } from "@fluentui/react-components";
import type { Decimal } from "../../../core/decimal.ts";
import { useChartStyles } from "./chart-styles.ts";
import { drawn, type Scale } from "./scale.ts";

export type BarLook = "rises" | "falls" | "total" | "band";

/** A drawn stretch between two figures. */
export interface Stretch {
  readonly from: Decimal;
  readonly to: Decimal;
  readonly look: BarLook;
}

interface BarProps {
  readonly scale: Scale;
  readonly stretches: readonly Stretch[];
  /** Where the row before left off, and where this one does: a line leads from one bar to the next. */
  readonly leads?: { readonly before: boolean; readonly after: boolean };
  /** A figure that is marked across the bar. */
  readonly mark?: Decimal;
}

const height = 22;

/** A bar of one or more stretches on an axis. The figures stand beside it as text, so that it is for the eye alone. */
export function Bar({ scale, stretches, leads, mark }: BarProps) {
  const styles = useChartStyles();
  const [first, last] = [stretches[0]?.from, stretches.at(-1)?.to];
  const zero = scale.at(scale.from.times(0));
  const upright = (x: number, y1: number, y2: number, className: string, name: string) => <line data-part={name} x1={x} x2={x} y1={y1} y2={y2} className={className} vectorEffect="non-scaling-stroke" />;
  return (
    <svg className={styles.bar} viewBox={`0 0 ${drawn} ${height}`} preserveAspectRatio="none" aria-hidden focusable={false} data-from={scale.from.toString()} data-to={scale.to.toString()}>
      {upright(zero, 0, height, styles.axis, "zero")}
      {leads?.before && first && upright(scale.at(first), 0, 4, styles.link, "lead")}
      {leads?.after && last && upright(scale.at(last), height - 4, height, styles.link, "lead")}
      {stretches.map(({ from, to, look }, index) => {
        const [start, end] = [scale.at(from), scale.at(to)];
        // A rectangle without a width is not drawn at all.
        if (from.eq(to)) return <line key={index} data-part="point" x1={start} x2={start} y1={3} y2={height - 3} className={mergeClasses(styles[look], styles.point)} vectorEffect="non-scaling-stroke" />;
        return <rect key={index} data-part="bar" x={Math.min(start, end)} y={4} width={Math.abs(end - start)} height={height - 8} className={styles[look]} vectorEffect="non-scaling-stroke" />;
      })}
      {mark && upright(scale.at(mark), 1, height - 1, styles.mark, "mark")}
    </svg>
  );
}
