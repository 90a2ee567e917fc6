/** The command was called wrongly; the message is Chinese and says how to call it. */
export class UsageError extends Error {}

export const HELP = `用法：npm run --silent judge -- 文件.xlsx [选项]

读取工作簿，对照标准判定每所学校和全县的资源配置，以及政府保障程度、教育质量、社会认可度、一票否决和申报条件，
结果以 JSON 写到标准输出。文件里有县级填报表时，conclusion 是县域结论；没有时为 null。
文件里有“自定标准”工作表时，own 是按自定标准的结果，不改变按国家标准的结论。

选项：
  --sheet 名称      只读这张工作表（可重复）
  --standard 编号   所用标准，默认 {standard}
  --switch 编号     采用一项口径（可重复）；写错编号会列出全部
  --plan 编号 --county 县名 --year 年份
                    对照地方方案当年的目标，结果在 local；写错编号会列出全部
  --mapping 文件    JSON：改正列的含义，格式同输出中的 mapping；也可直接用改过的输出
  --password 密码   打开设有密码的文件
  --help            显示本说明

有两种读法的列不作猜测：该数据项不取，problems 中列出 rule 为 "ambiguous" 的候选，用 --mapping 决定。
文件无法读取或用法有误：说明写到标准错误，退出码为 2。
`;
