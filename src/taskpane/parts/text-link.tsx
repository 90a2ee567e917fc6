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
  plain: { color: "inherit", ":hover": { color: "inherit", textDecorationLine: "underline" } },
});

interface TextLinkProps {
  readonly onClick: () => void;
  readonly children: React.ReactNode;
  readonly title?: string;
  readonly label?: string;
  /** Looks like the text around it until hovered. */
  readonly plain?: boolean;
  readonly className?: string;
}

/** A button that reads as a link: it goes to a place in the workbook or in the pane. */
export function TextLink({ onClick, children, title, label, plain = false, className }: TextLinkProps) {
  const styles = useStyles();
  return (
    <button type="button" className={mergeClasses(styles.link, plain && styles.plain, className)} onClick={onClick} title={title} aria-label={label}>
      {children}
    </button>
  );
}
