import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { pictureSvg, pictureTable, type Picture } from "../../workbook";
import { useIsDark } from "../theme";
import { Fold } from "./fold";
import { partTexts } from "./texts";

const useStyles = makeStyles({
  figure: { margin: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  caption: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  picture: { display: "block", maxWidth: "100%", height: "auto" },
  fold: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  scroll: { overflowX: "auto" },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  cell: { padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0`, textAlign: "start", fontWeight: tokens.fontWeightRegular, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { minWidth: "6em" },
  number: { textAlign: "end", paddingInlineStart: tokens.spacingHorizontalS, fontVariantNumeric: "tabular-nums" },
  figureCell: { whiteSpace: "nowrap" },
});

/** The usual pane's room, until it was measured. */
const USUAL = 320;

/** A picture of figures (图) as wide as there is room, with the table behind it. */
export function PictureView({ picture }: { readonly picture: Picture }) {
  const styles = useStyles();
  const dark = useIsDark();
  const box = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(USUAL);
  const [open, setOpen] = useState(false);
  const source = useMemo(() => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureSvg(picture, { width, dark }))}`, [picture, width, dark]);
  useLayoutEffect(() => {
    const measure = () => {
      const room = Math.floor(box.current?.clientWidth ?? 0);
      if (room > 0) setWidth(room);
    };
    measure();
    if (typeof ResizeObserver === "undefined" || box.current === null) return;
    const observer = new ResizeObserver(measure);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return (
    <figure className={styles.figure} ref={box}>
      <figcaption className={styles.caption}>{picture.title}</figcaption>
      <img className={styles.picture} alt={picture.alt} src={source} />
      <Fold bare open={open} onToggle={setOpen} summary={<span className={styles.fold}>{partTexts.table}</span>}>
        {open && <PictureTable picture={picture} />}
      </Fold>
    </figure>
  );
}

function PictureTable({ picture }: { readonly picture: Picture }) {
  const styles = useStyles();
  const { header, rows } = pictureTable(picture);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={picture.title}>
        <thead>
          <tr>
            {header.map((name, at) => (
              <th key={name} scope="col" className={mergeClasses(styles.cell, at > 0 ? styles.number : styles.name)}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...figures]) => (
            <tr key={name}>
              <th scope="row" className={mergeClasses(styles.cell, styles.name)}>{name}</th>
              {figures.map((figure, at) => (
                <td key={at} className={mergeClasses(styles.cell, styles.number, styles.figureCell)}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
