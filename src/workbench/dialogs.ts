import { make } from "./elements";

/** Shows a modal dialog until it is answered; Esc answers `null`. */
function ask(title: string, body: readonly (Node | string)[], buttons: readonly { readonly text: string; readonly answer: string; readonly main?: boolean }[]): Promise<string | null> {
  const form = make("form", { method: "dialog" }, make("h2", { id: "dialog-title" }, title), ...body);
  const row = make("div", { class: "dialog-buttons" });
  for (const { text, answer, main } of buttons) row.append(make("button", { value: answer, class: main ? "primary" : "" }, text));
  form.append(row);
  const dialog = make("dialog", { "aria-labelledby": "dialog-title" }, form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "" ? null : dialog.returnValue);
    });
    dialog.showModal();
  });
}

/** Asks for the password of an encrypted file; `null` when the user gives up. */
export async function askPassword(fileName: string, problem: string | null): Promise<string | null> {
  const input = make("input", { type: "password", id: "password", autocomplete: "off", required: "" });
  const lines: (Node | string)[] = [make("p", {}, `「${fileName}」设有打开密码。密码只在本机使用，不会保存。`), make("label", { for: "password" }, "密码"), input];
  if (problem !== null) lines.push(make("p", { class: "dialog-problem", role: "alert" }, problem));
  const cancel = { text: "取消", answer: "" };
  const answer = await ask("需要密码", lines, [{ text: "打开", answer: "open", main: true }, cancel]);
  return answer === "open" ? input.value : null;
}

/** Asks before unsaved work is replaced. */
export async function askToReplace(fileName: string): Promise<boolean> {
  const text = make("p", {}, `「${fileName}」的改动还没有保存。继续将放弃这些改动。`);
  return (await ask("放弃未保存的改动？", [text], [{ text: "放弃并继续", answer: "go" }, { text: "返回", answer: "", main: true }])) === "go";
}

const HELP: readonly (readonly [title: string, text: string])[] = [
  ["打开", "点「打开」，或把 .xlsx、.xlsm、.xls 文件拖到页面上。文件只在本机处理，不会上传。"],
  ["检查", "在右边的窗格里点「检查本工作簿」，核对识别结果，再看结论、差异系数和每所学校的判定。改动单元格后结果自动更新。"],
  ["标注", "「标注工作表」给原表加上条件格式，随数据变化；「取消标注」只去掉本工具加的格式。"],
  ["函数", "在单元格里输入 =YJJH. 可看到全部函数，例如 =YJJH.CV(L5:L45,C5:C45)、=YJJH.COMPLIANT(A5:N5,A3:N4)。"],
  ["保存", "点「保存」，得到一份 .xlsx。图表、图片、数据透视表等页面上不显示的内容都会保留。"],
  ["键盘", "Ctrl+O 打开，Ctrl+S 保存，Ctrl+Z 撤销，F6 在工具条、表格和窗格之间移动。"],
];

export async function showHelp(): Promise<void> {
  const list = make("dl", { class: "help" });
  for (const [title, text] of HELP) list.append(make("dt", {}, title), make("dd", {}, text));
  await ask("怎样使用", [list], [{ text: "知道了", answer: "", main: true }]);
}
