import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactNode, Ref } from "react";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", rowGap: "8px", minWidth: 0 },
  heading: { ...typographyStyles.subtitle2, margin: 0, color: tokens.colorNeutralForeground1, outline: "none" },
  small: { ...typographyStyles.body1Strong },
});

interface PartProps {
  readonly title: ReactNode;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
  readonly className?: string;
  /** Where the focus goes when the part has just been opened. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
}

/** A part of a room under its heading. No landmark: a page of a pane would have more of them than text. */
export function Part({ title, level = 2, children, className, headingRef }: PartProps) {
  const styles = useStyles();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={mergeClasses(styles.part, className)}>
      <Heading ref={headingRef} tabIndex={headingRef ? -1 : undefined} className={mergeClasses(styles.heading, level === 3 && styles.small)}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
