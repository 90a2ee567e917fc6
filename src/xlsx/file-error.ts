/** Why a file cannot be opened or saved; one kind per cause. `{0}` is filled with a detail. */
export const FILE_ERRORS = {
  empty: "文件是空的（0 字节）。请确认文件已完整复制，或向来源单位重新索取。",
  tooLarge: "文件有 {0}，太大，无法打开（须小于 {1}）。请删去无关的工作表和图片，或拆成几个文件后再打开。",
  password: "文件设有打开密码。请输入密码；或在 Excel 中去掉密码（文件→信息→保护工作簿→用密码进行加密，清空密码）另存后再打开。",
  wrongPassword: "密码不正确，请核对大小写后重新输入。",
  encryption: "文件的加密方式无法识别。请在 Excel 或 WPS 中打开，去掉密码后另存为 .xlsx，再打开。",
  et: "这是 WPS 表格文件（.et）。请用 WPS 打开，选「另存为」→「Excel 文件(*.xlsx)」，再打开另存的文件。",
  csv: "这是文本文件（.csv 或 .txt），不是工作簿。请用 Excel 或 WPS 打开（「数据」→「自文本/CSV」，可防止代码前面的 0 丢失），另存为 .xlsx 后再打开。",
  html: "这是网页格式的表格（扩展名可能写作 .xls）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再打开。",
  xmlSpreadsheet: "这是 XML 格式的表格（XML 电子表格 2003 等）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再打开。",
  pdf: "这是 PDF 文件，里面没有可读的表格。请向来源单位索取 .xlsx 原件，或用 Excel「数据」→「自 PDF」导入后另存为 .xlsx。",
  word: "这是 Word 文档，不是工作簿。请把其中的表格复制到 Excel，另存为 .xlsx 后再打开。",
  xlsb: "这是二进制工作簿（.xlsb）。请在 Excel 中打开，另存为 .xlsx 后再打开。",
  ods: "这是 OpenDocument 表格（.ods）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再打开。",
  archive: "这是压缩包，不是工作簿。请先解压，再打开其中的 .xlsx 文件。",
  oldExcel: "这份 .xls 文件无法读取（可能已损坏或设有密码）。请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 后再打开。",
  truncated: "文件不完整（缺少结尾部分），可能没有下载或复制完。请重新复制或下载后再打开。",
  corrupt: "文件已损坏，无法读取（{0}）。请用 Excel「打开」→「打开并修复」，另存后再打开；或使用备份。",
  bomb: "文件解压后有 {0}，超过 {1} 的上限，为安全起见没有打开。请在 Excel 中删去多余的空行空列和无关工作表，另存后再打开。",
  unknown: "不认识这种文件。请选择 Excel 工作簿（.xlsx、.xlsm 或 .xls）。",
  missing: "找不到文件或无法读取：{0}。请检查文件名和路径，并确认文件没有被其他程序独占。",
} as const;
export type FileErrorKind = keyof typeof FILE_ERRORS;

/** The one error of this room. `message` is Chinese and says what to do; `detail` is for a bug report. */
export class FileError extends Error {
  constructor(readonly kind: FileErrorKind, readonly values: readonly string[] = [], readonly detail = "") {
    super(values.reduce<string>((text, value, index) => text.replace(`{${String(index)}}`, () => value), FILE_ERRORS[kind]));
    this.name = "FileError";
  }
}
