import { pictures, pictureSvg } from "../../workbook";
import { breathe, paceOf, tell, type Crew } from "./crew";
import { contextStep } from "./own-sheets";
import type { Task } from "./state";
import { workTexts } from "./texts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** Wide enough for a page of text; three dots a pixel print sharp. */
const WIDTH = 620;
const DOTS = 3;

/** 自评报告 as a Word file with the county's pictures in it. */
export function saveWord(crew: Crew, task: Task): Promise<void> {
  return contextStep(crew, task, async (context, signal) => {
    const { selfEvaluation } = await import(/* webpackChunkName: "on-demand-word" */ "../../word");
    const images = [];
    for (const picture of pictures(context)) {
      await breathe(crew, signal);
      images.push({ picture, ...(await crew.outlets.draw(pictureSvg(picture, { width: WIDTH }), DOTS)) });
    }
    const content = await selfEvaluation(context, images, paceOf(crew, signal));
    await breathe(crew, signal);
    const name = `${workTexts.wordName(context.workbookName.replace(/\.[^.]*$/, ""))}.docx`;
    crew.outlets.save(name, content, DOCX);
    tell(crew, { text: workTexts.saved(name), tone: "done", actions: [] });
  });
}
