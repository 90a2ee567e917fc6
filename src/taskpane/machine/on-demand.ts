import { NotFetched } from "./crew";

/** Fetches a part of the program once; after a failure the next call tries again. */
function once<Part>(fetch: () => Promise<Part>): () => Promise<Part> {
  let part: Promise<Part> | null = null;
  return () => {
    part ??= fetch().catch((error: unknown) => {
      part = null;
      throw new NotFetched(String(error), { cause: error });
    });
    return part;
  };
}

/** Recognises the sheets. On demand, like what follows: the 数据 tab is there without it. */
export const readingRoom = once(() => import(/* webpackChunkName: "on-demand-reading" */ "../../reading"));

/** Judges everything besides the seven indicators. */
export const judging = once(() => import(/* webpackChunkName: "on-demand-items" */ "./judge-whole"));

/** Writes reports, templates, highlighting and the Word file. */
export const writing = once(() => import(/* webpackChunkName: "on-demand-writing" */ "./writing"));
