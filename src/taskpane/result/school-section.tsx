import { makeStyles } from "@fluentui/react-components";
import type { Standard } from "../../engine";
import { Section } from "../parts/section";
import { FilterBar } from "./filter-bar";
import { Legend } from "./legend";
import { filterRows, type RowFilter, type SchoolRow } from "./rows";
import { SchoolTable } from "./school-table";
import { resultTexts } from "./texts";
import { WAY_TO_SCHOOLS } from "./use-way-back";

const useStyles = makeStyles({ schools: { ":focus": { outlineStyle: "none" } } });

interface SchoolSectionProps {
  readonly rows: readonly SchoolRow[];
  readonly filter: RowFilter;
  readonly standard: Standard;
  readonly last: number | null;
  readonly onFilter: (filter: RowFilter) => void;
  readonly onOpen: (row: SchoolRow) => void;
}

/** 学校: every school in scope, as filtered. */
export function SchoolSection({ rows, filter, standard, last, onFilter, onOpen }: SchoolSectionProps) {
  const styles = useStyles();
  const wanted = filterRows(rows, filter);
  return (
    <div className={styles.schools} data-way={WAY_TO_SCHOOLS} tabIndex={-1}>
      <Section heading={resultTexts.schools} aside={resultTexts.shown(wanted.length)}>
        <FilterBar rows={rows} filter={filter} standard={standard} onChange={onFilter} />
        <Legend standard={standard} />
        <SchoolTable key={JSON.stringify(filter)} rows={wanted} standard={standard} onOpen={onOpen} last={last} />
      </Section>
    </div>
  );
}
