/** Pictures of figures (图), as data and as SVG. */
export { indicatorNames, pictures } from "./pictures";
export type { PictureContext } from "./pictures";
export { schoolRadar, shareOfLine } from "./school-radar";
export { pictureSvg } from "./svg";
export { pictureTable } from "./text";
