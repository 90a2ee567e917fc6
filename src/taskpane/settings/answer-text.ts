import { TYPE_TERMS } from "../../engine";
import type { Answer } from "../../reading";
import { factById, itemFactById } from "../../standards";
import { ATTRIBUTE_TERMS, dataTexts, SCOPE_TERMS } from "../data/texts";
import { settingsTexts } from "./texts";

/** An answer as a person gave it (已确认): what it is about, and what was said. */
export function answerText(key: string, answer: Answer): { readonly about: string; readonly said: string } {
  const about = key.split("|").slice(1).join(" · ").replaceAll(">", " › ");
  return { about, said: said(answer) };
}

const yesNo = (value: boolean) => (value ? settingsTexts.yes : settingsTexts.no);

function said(answer: Answer): string {
  switch (answer.kind) {
    case "column": {
      const { fact, scope, unit } = answer.meaning;
      if (fact === null) return dataTexts.notUsed;
      const term = (factById(fact) ?? itemFactById(fact))?.term ?? ATTRIBUTE_TERMS[fact] ?? fact;
      return `${term}${scope === "school" ? "" : ` · ${SCOPE_TERMS[scope]}`}${unit === "" ? "" : `（${unit}）`}`;
    }
    case "type":
      return TYPE_TERMS[answer.value];
    case "blankIsZero":
      return answer.value ? "空白视为 0" : "空白视为缺数据";
    case "split":
      return answer.value ? "各学段数据已经分开" : "数据是全校合计";
    case "confirmed":
      return answer.value ? "数值无误" : "数值有误";
    case "useTable":
      return answer.value ? "采用这张表" : "不采用这张表";
    default:
      return yesNo(true);
  }
}
