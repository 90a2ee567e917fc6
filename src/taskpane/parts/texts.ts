export const partTexts = {
  cancel: "取消",
  counted: (done: number, total: number, unit = "行") => `（${done.toLocaleString("zh-CN")} / ${total.toLocaleString("zh-CN")} ${unit}）`,
  table: "图中数据",
  broken: "这一部分没能显示出来，已读取的数据和您的更正都还在。",
  showAgain: "重新显示",
} as const;
