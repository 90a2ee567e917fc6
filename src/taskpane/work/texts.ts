/** What the work says about itself. */
export const workTexts = {
  ownFault: "加载项内部出错，工作簿没有改动。请重试；如仍不行，请重新打开窗格。",
  updated: "数据已改动，结果已更新",
  highlighted: (sheets: number) => `已标注 ${sheets} 张工作表，颜色随数据自动变化`,
  nothingToHighlight: "没有可以标注的单元格：工作表里没有找到可判定的数据列。",
  unhighlighted: (rules: number) => (rules === 0 ? "工作表里没有本加载项的标注" : "已取消标注，您自己的格式没有改动"),
  written: (term: string, sheets: readonly string[]) => `已写入${term}：工作表${sheets.map((name) => `“${name}”`).join("、")}`,
  undone: (term: string) => `已撤销“${term}”`,
  legend: "标注说明",
  problems: "数据问题清单",
  inserted: (cell: string) => `已在 ${cell} 插入公式`,
  noFormulas: "所选单元格没有适合插入的公式。请先选中学校所在行右侧的空白单元格，再点“插入公式”。",
  notKept: (why: string) => `更正已生效，但没有存进工作簿：${why}`,
  goTo: "转到",
  undo: "撤销",
  unhighlight: "取消标注",
} as const;
