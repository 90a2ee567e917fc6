export const partTexts = {
  cancel: "取消",
  rows: (done: number, total: number) => `（${done.toLocaleString("zh-CN")} / ${total.toLocaleString("zh-CN")} 行）`,
  broken: "这一部分没能显示出来，已读取的数据和您的更正都还在。",
  showAgain: "重新显示",
} as const;
