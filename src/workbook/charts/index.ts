/** Pictures of figures (图), as data and as SVG. */
export { pictures } from "./pictures";
export type { PictureContext } from "./pictures";
export { schoolRadar } from "./school-radar";
export { pictureSvg } from "./svg";
export { pictureTable } from "./text";
