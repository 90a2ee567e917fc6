import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  link: {
    appearance: "none",
    background: "none",
    border: "none",
    padding: 0,
    margin: 0,
    font: "inherit",
    textAlign: "start",
    color: tokens.colorBrandForegroundLink,
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  plain: { color: "inherit", textDecorationLine: "underline", textDecorationStyle: "dotted", textUnderlineOffset: "3px", textDecorationColor: tokens.colorNeutralStroke1, ":hover": { color: "inherit", textDecorationLine: "underline" } },
});

interface TextLinkProps {
  readonly onClick: () => void;
  readonly children: React.ReactNode;
  readonly title?: string;
  readonly label?: string;
  /** In the colour of the text around it, told by a dotted line. */
  readonly plain?: boolean;
  readonly className?: string;
  /** Name by which the way back finds it (`useWayBack`). */
  readonly way?: string;
}

/** A button that reads as a link: it goes to a place in the workbook or in the pane. */
export function TextLink({ onClick, children, title, label, plain = false, className, way }: TextLinkProps) {
  const styles = useStyles();
  return (
    <button type="button" className={mergeClasses(styles.link, plain && styles.plain, className)} onClick={onClick} title={title} aria-label={label} data-way={way}>
      {children}
    </button>
  );
}
