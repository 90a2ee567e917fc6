import { JSDOM } from "jsdom";
import type { Area } from "../../src/grid/block";
import { pictures, pictureSvg, pictureTable, REPORTS, schoolRadar, type Picture, type SheetPlan } from "../../src/workbook";
import { context } from "./context";

const all = (): Picture[] => [...pictures(context()), schoolRadar(context(), 3), schoolRadar(context(), 5)];
const parse = (svg: string) => new JSDOM(svg, { contentType: "image/svg+xml" }).window.document;
const plans = (): SheetPlan[] => REPORTS.find((one) => one.id === "charts")?.build(context()) ?? [];

describe("pictures (图)", () => {
  test("are 差异系数 of each stage against its limit and 达标率, in words too", () => {
    const found = pictures(context());
    expect(found.map(({ id }) => id)).toEqual(["variation-primary", "variation-junior", "reached"]);
    expect(found[0]?.series.map(({ name, role }) => [name, role])).toEqual([["小学差异系数", "value"], ["限值", "limit"]]);
    expect(found[1]?.alt).toContain("只作暂算：教学仪器设备");
    expect(found[2]?.alt).toContain("数据不足，计入分母");
  });

  test("show 暂算 as a series of its own that is never the 差异系数 (R9)", () => {
    const junior = pictures(context())[1];
    expect(junior?.series[0]?.values[5]).toBeNull();
    expect(junior?.series[1]?.name).toContain("暂算");
    expect(junior?.series[1]?.values.map((value) => value === null)).toEqual([true, true, true, true, true, false, true]);
  });

  test("a radar never rounds a school up to its line, and leaves open what is missing", () => {
    // 丁中学 has 2499.67 of 2500 元: 99.9 %, not 100.0 %.
    expect(schoolRadar(context(), 4).series[0]?.values[5]).toBe(99.9);
    expect(schoolRadar(context(), 5).series[0]?.values[5]).toBeNull();
  });

  test.each([[300, false], [300, true], [1200, false], [1200, true]])("at %i pixels, dark %s: well-formed, titled, described, every figure written", (width, dark) => {
    for (const picture of all()) {
      const root = parse(pictureSvg(picture, { width, dark })).documentElement;
      expect(root.getAttribute("role")).toBe("img");
      expect(root.getAttribute("width")).toBe(String(width));
      expect(root.querySelector("title")?.textContent).toBe(picture.title);
      expect(root.querySelector("desc")?.textContent).toBe(picture.alt);
      const words = [...root.querySelectorAll("text")].map((one) => one.textContent).join("");
      for (const row of pictureTable(picture).rows) for (const text of row.slice(1, 2)) if (text !== "数据不足") expect(words).toContain(text);
      expect(root.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test("the second series is striped, limits are dashed: colour never says anything alone", () => {
    const reached = pictures(context()).at(-1) as Picture;
    expect(pictureSvg(reached, { width: 600 })).toContain("<pattern");
    expect(pictureSvg(pictures(context())[0] as Picture, { width: 600 })).toContain("stroke-dasharray");
  });

  test("names are text, whatever signs they hold", () => {
    const picture: Picture = { ...(all()[0] as Picture), title: "<甲>&\"乙\"\u0001", categories: ["<script>", "a&b", "", "\u0000", "丙", "丁", "戊"] };
    const root = parse(pictureSvg(picture, { width: 300 })).documentElement;
    expect(root.querySelector("script")).toBeNull();
    expect(root.querySelector("title")?.textContent).toBe("<甲>&\"乙\"");
  });

  test("of nothing are nothing, and one without figures says 数据不足", () => {
    expect(pictures(context([]))).toEqual([]);
    const empty: Picture = { ...(all()[0] as Picture), series: [{ name: "无", role: "value", colour: "#000000", values: [null, null, null, null, null, null, null] }] };
    for (const kind of ["columns", "bars", "radar"] as const) expect(pictureSvg({ ...empty, kind }, { width: 600 })).toMatch(/数据不足|不足/);
  });
});

describe("the report of charts (图表)", () => {
  test("every chart's data stand in the cells it points to, blank where there is no figure", () => {
    const [sheet] = plans();
    expect(sheet?.charts?.length).toBe(4);
    for (const { picture, data, place } of sheet?.charts ?? []) {
      expect(data).toMatchObject({ rows: picture.categories.length + 1, columns: picture.series.length + 1 });
      picture.series.forEach((series, s) => {
        expect(sheet?.rows[data.row]?.[data.column + s + 1]?.value).toBe(series.name);
        series.values.forEach((value, c) => { expect(sheet?.rows[data.row + c + 1]?.[data.column + s + 1]?.value).toBe(value); });
      });
      expect(place.column).toBeGreaterThan(data.column + data.columns);
    }
    const places = (sheet?.charts ?? []).map(({ place }) => place);
    const free = (a: Area, b: Area): boolean => a.row + a.rows <= b.row || b.row + b.rows <= a.row || a.column + a.columns <= b.column || b.column + b.columns <= a.column;
    places.forEach((place, i) => { expect(places.slice(i + 1).every((other) => free(place, other))).toBe(true); });
  });

  test("the tables stand close below one another, so that nothing is left blank where no charts are drawn", () => {
    const data = (plans()[0]?.charts ?? []).map((chart) => chart.data);
    // A blank row and the next one's title.
    data.slice(1).forEach((next, i) => { expect(next.row - (data[i]?.row ?? 0) - (data[i]?.rows ?? 0)).toBe(2); });
  });

  test("the heat map colours by the standard's own stops and says the verdict in words beside", () => {
    const heat = plans()[1];
    const [scale] = heat?.scales ?? [];
    expect(scale?.stops.map(({ at }) => at)).toEqual([0.85, 1, 1.5]);
    expect(scale?.area).toMatchObject({ row: heat?.frozenRows, rows: 6, columns: 7 });
    const row = heat?.rows.find((cells) => cells[1]?.value === "丁中学");
    expect(row?.map((cell) => cell?.value)).toEqual(expect.arrayContaining([0.999, "达标", "达标6项；达到85%：教学仪器设备"]));
  });
});
