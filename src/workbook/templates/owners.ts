/** 举办者类型代码, as 表Ⅱ-2 of the declaration form lists them. */
const OWNERS = ["中央教育部门", "中央其他部门", "省级教育部门", "省级其他部门", "地级教育部门", "地级其他部门", "县级教育部门", "县级其他部门", "地方企业", "民办"] as const;

export const OWNER_CODES: readonly string[] = OWNERS.map((_, index) => String(index + 1));
export const OWNER_HINT = `填代码：${OWNERS.map((name, index) => `${String(index + 1)} ${name}`).join("，")}。`;
