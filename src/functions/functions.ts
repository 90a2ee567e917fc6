// Read by custom-functions-metadata: what Excel is told of each function, and nothing that runs. Ids are for ever. What each does is in table.ts.

/**
 * 未按学生数加权，不得用于申报：指只给一列数值的用法（各校等权）。给出在校生数，或选“数值、在校生数”两列，才是官方的校际差异系数。例：=YJJH.CV(L4:L44,C4:C44)
 * @customfunction YJJH.CV YJJH.CV
 * @param {any[][]} values 每校的生均值或每百名学生拥有数，一列；或“数值、在校生数”两列
 * @param {any[][]} [students] 在校生数，一列，与前一列同样的行
 * @returns {number} 差异系数
 */
export declare function cv(values: unknown[][], students?: unknown[][]): number;

/**
 * 由资源总量和在校生数算官方的校际差异系数（按学生数加权，中间不四舍五入）。例：=YJJH.CVTOTAL(G4:G44,C4:C44)
 * @customfunction YJJH.CVTOTAL YJJH.CVTOTAL
 * @param {any[][]} totals 每校的资源总量（教师、㎡、元、间），一列，每校一行
 * @param {any[][]} students 在校生数，一列，与前一列同样的行
 * @returns {number} 差异系数
 */
export declare function cvTotal(totals: unknown[][], students: unknown[][]): number;

/**
 * 各校对差异（S²）的贡献，逐行给出，合计为 1；数大的学校先补，差异系数降得最快。例：=YJJH.CONTRIBUTION(L4:L44,C4:C44)
 * @customfunction YJJH.CONTRIBUTION YJJH.CONTRIBUTION
 * @param {any[][]} values 每校的生均值或每百名学生拥有数，一列，每校一行
 * @param {any[][]} students 在校生数，一列，与前一列同样的行
 * @returns {any[][]} 各校所占份额
 */
export declare function contribution(values: unknown[][], students: unknown[][]): unknown[][];

/**
 * 基尼系数（给出在校生数时按学生数加权），0 为完全均衡；只供研究，是否均衡只看差异系数。例：=YJJH.GINI(L4:L44,C4:C44)
 * @customfunction YJJH.GINI YJJH.GINI
 * @param {any[][]} values 每校的生均值或每百名学生拥有数，一列，每校一行
 * @param {any[][]} [students] 在校生数，一列，与前一列同样的行
 * @returns {number} 基尼系数
 */
export declare function gini(values: unknown[][], students?: unknown[][]): number;

/**
 * 泰尔指数（给出在校生数时按学生数加权），0 为完全均衡；只供研究，是否均衡只看差异系数。例：=YJJH.THEIL(L4:L44,C4:C44)
 * @customfunction YJJH.THEIL YJJH.THEIL
 * @param {any[][]} values 每校的生均值或每百名学生拥有数，一列，每校一行
 * @param {any[][]} [students] 在校生数，一列，与前一列同样的行
 * @returns {number} 泰尔指数
 */
export declare function theil(values: unknown[][], students?: unknown[][]): number;

/**
 * 麦克伦指数：中位数以下学校的资源占其都达到中位数时的比例，1 为均衡；只供研究，是否均衡只看差异系数。例：=YJJH.MCLOONE(L4:L44,C4:C44)
 * @customfunction YJJH.MCLOONE YJJH.MCLOONE
 * @param {any[][]} values 每校的生均值或每百名学生拥有数，一列，每校一行
 * @param {any[][]} [students] 在校生数，一列，与前一列同样的行
 * @returns {number} 麦克伦指数
 */
export declare function mcloone(values: unknown[][], students?: unknown[][]): number;

/**
 * 限制极差率：两头各去掉一小部分学生后最高与最低之差，除以最低，0 为均衡；只供研究，是否均衡只看差异系数。例：=YJJH.RANGERATIO(L4:L44,C4:C44)
 * @customfunction YJJH.RANGERATIO YJJH.RANGERATIO
 * @param {any[][]} values 每校的生均值或每百名学生拥有数，一列，每校一行
 * @param {any[][]} [students] 在校生数，一列，与前一列同样的行
 * @returns {number} 限制极差率
 */
export declare function rangeRatio(values: unknown[][], students?: unknown[][]): number;

/**
 * 学校某项指标的值，不四舍五入；有两个学段的学校要给出学段。例：=YJJH.INDICATOR(A4:K4,"骨干教师",A3:K3)
 * @customfunction YJJH.INDICATOR YJJH.INDICATOR
 * @param {any[][]} school 学校数据，一行或多行；可以含标题行，例：A3:K60
 * @param {any[][]} indicator 指标：1 至 7、编号 A1 至 A7、名称或简称（如 骨干教师）
 * @param {any[][]} [headers] 标题行（同样的列，可以多行）；数据里已含标题行时省略
 * @param {any[][]} [stage] 学段：小学或初中；表里看不出学段时才需要
 * @param {any[][]} [standard] 标准的编号或名称，或自定标准所在的区域（含标题行）；省略为国家优质均衡标准
 * @returns {any[][]} 指标值，每行一个
 */
export declare function indicator(school: unknown[][], indicator: unknown[][], headers?: unknown[][], stage?: unknown[][], standard?: unknown[][]): unknown[][];

/**
 * 学校是否达标（按标准的学校规则，看达到要求的项数和余项的底线）；缺数据时为 #N/A，不会算作达标。例：=YJJH.COMPLIANT(A4:K60,A3:K3)
 * @customfunction YJJH.COMPLIANT YJJH.COMPLIANT
 * @param {any[][]} school 学校数据，一行或多行；可以含标题行，例：A3:K60
 * @param {any[][]} [headers] 标题行（同样的列，可以多行）；数据里已含标题行时省略
 * @param {any[][]} [stage] 学段：小学或初中；表里看不出学段时才需要
 * @param {any[][]} [standard] 标准的编号或名称，或自定标准所在的区域（含标题行）；省略为国家优质均衡标准
 * @returns {any[][]} TRUE 或 FALSE，每行一个
 */
export declare function compliant(school: unknown[][], headers?: unknown[][], stage?: unknown[][], standard?: unknown[][]): unknown[][];

/**
 * 判定：达标、达到85%（仅单项指标）、不达标、不适用、数据不足；省略指标时判定学校；用自定标准时在后面注明。例：=YJJH.VERDICT(A4:K60,"教学用房",A3:K3)
 * @customfunction YJJH.VERDICT YJJH.VERDICT
 * @param {any[][]} school 学校数据，一行或多行；可以含标题行，例：A3:K60
 * @param {any[][]} [indicator] 指标：1 至 7、编号、名称或简称；省略为整所学校
 * @param {any[][]} [headers] 标题行（同样的列，可以多行）；数据里已含标题行时省略
 * @param {any[][]} [stage] 学段：小学或初中；表里看不出学段时才需要
 * @param {any[][]} [standard] 标准的编号或名称，或自定标准所在的区域（含标题行）；省略为国家优质均衡标准
 * @returns {any[][]} 判定，每行一个
 */
export declare function verdict(school: unknown[][], indicator?: unknown[][], headers?: unknown[][], stage?: unknown[][], standard?: unknown[][]): unknown[][];

/**
 * 还差多少（人、㎡、元、间）才达到要求；已达到为 0，缺数据为 #N/A；一贯制学校第 4 至 7 项为全校所需。例：=YJJH.GAP(A4:K4,4,A3:K3)
 * @customfunction YJJH.GAP YJJH.GAP
 * @param {any[][]} school 学校数据，一行或多行；可以含标题行，例：A3:K60
 * @param {any[][]} indicator 指标：1 至 7、编号 A1 至 A7、名称或简称（如 骨干教师）
 * @param {any[][]} [headers] 标题行（同样的列，可以多行）；数据里已含标题行时省略
 * @param {any[][]} [stage] 学段：小学或初中；表里看不出学段时才需要
 * @param {any[][]} [standard] 标准的编号或名称，或自定标准所在的区域（含标题行）；省略为国家优质均衡标准
 * @param {any[][]} [target] 目标：100%（省略）或 85%
 * @returns {any[][]} 缺口，每行一个
 */
export declare function gap(school: unknown[][], indicator: unknown[][], headers?: unknown[][], stage?: unknown[][], standard?: unknown[][], target?: unknown[][]): unknown[][];

/**
 * 判定的由来：用了哪些数、怎样算、依据哪一条；省略指标时说明整所学校。例：=YJJH.EXPLAIN(A4:K4,4,A3:K3)
 * @customfunction YJJH.EXPLAIN YJJH.EXPLAIN
 * @param {any[][]} school 学校数据，一行或多行；可以含标题行，例：A3:K60
 * @param {any[][]} [indicator] 指标：1 至 7、编号、名称或简称；省略为整所学校
 * @param {any[][]} [headers] 标题行（同样的列，可以多行）；数据里已含标题行时省略
 * @param {any[][]} [stage] 学段：小学或初中；表里看不出学段时才需要
 * @param {any[][]} [standard] 标准的编号或名称，或自定标准所在的区域（含标题行）；省略为国家优质均衡标准
 * @returns {any[][]} 说明，每行一个
 */
export declare function explain(school: unknown[][], indicator?: unknown[][], headers?: unknown[][], stage?: unknown[][], standard?: unknown[][]): unknown[][];

/**
 * 整张评估表：标题行之后每校每学段一行（小学在前），含七项指标值、是否达标和备注，共 16 列。例：=YJJH.EVALUATE(A3:K60)
 * @customfunction YJJH.EVALUATE YJJH.EVALUATE
 * @param {any[][]} school 学校数据，一行或多行；可以含标题行，例：A3:K60
 * @param {any[][]} [headers] 标题行（同样的列，可以多行）；数据里已含标题行时省略
 * @param {any[][]} [standard] 标准的编号或名称，或自定标准所在的区域（含标题行）；省略为国家优质均衡标准
 * @returns {any[][]} 评估表
 */
export declare function evaluate(school: unknown[][], headers?: unknown[][], standard?: unknown[][]): unknown[][];

/**
 * 全县情况表：小学、初中各项指标的全县平均值和差异系数；有学校缺数据时写“数据不足”。例：=YJJH.COUNTY(A3:K60)
 * @customfunction YJJH.COUNTY YJJH.COUNTY
 * @param {any[][]} school 学校数据，一行或多行；可以含标题行，例：A3:K60
 * @param {any[][]} [headers] 标题行（同样的列，可以多行）；数据里已含标题行时省略
 * @param {any[][]} [standard] 标准的编号或名称，或自定标准所在的区域（含标题行）；省略为国家优质均衡标准
 * @returns {any[][]} 全县情况表
 */
export declare function county(school: unknown[][], headers?: unknown[][], standard?: unknown[][]): unknown[][];

/**
 * 把一贯制学校、完全中学共用的资源按规定权重拆到各学段，一行三格：小学、初中、高中。例：=YJJH.SPLIT(20000,1200,1500)
 * @customfunction YJJH.SPLIT YJJH.SPLIT
 * @param {any[][]} total 全校总量
 * @param {any[][]} primary 小学部在校生数，没有小学部时留空
 * @param {any[][]} junior 初中部在校生数，没有初中部时留空
 * @param {any[][]} [senior] 高中部在校生数；没有高中部时省略
 * @returns {any[][]} 小学、初中、高中的份额
 */
export declare function split(total: unknown[][], primary: unknown[][], junior: unknown[][], senior?: unknown[][]): unknown[][];

/**
 * 指标的达标线；只看综合差异系数的标准没有。例：=YJJH.THRESHOLD("骨干教师","小学")
 * @customfunction YJJH.THRESHOLD YJJH.THRESHOLD
 * @param {any[][]} indicator 指标：1 至 7、编号 A1 至 A7、名称或简称（如 骨干教师）
 * @param {any[][]} stage 学段：小学或初中
 * @param {any[][]} [standard] 标准的编号或名称，或自定标准所在的区域（含标题行）；省略为国家优质均衡标准
 * @returns {number} 达标线
 */
export declare function threshold(indicator: unknown[][], stage: unknown[][], standard?: unknown[][]): number;

/**
 * 指标的文号、条款和原文。例：=YJJH.CLAUSE(4)
 * @customfunction YJJH.CLAUSE YJJH.CLAUSE
 * @param {any[][]} indicator 指标：1 至 7、编号 A1 至 A7、名称或简称（如 骨干教师）
 * @param {any[][]} [standard] 标准的编号或名称，或自定标准所在的区域（含标题行）；省略为国家优质均衡标准
 * @returns {string} 条款
 */
export declare function clause(indicator: unknown[][], standard?: unknown[][]): string;

/**
 * 可用的标准：编号、名称、文号。例：=YJJH.STANDARDS()
 * @customfunction YJJH.STANDARDS YJJH.STANDARDS
 * @returns {any[][]} 标准清单
 */
export declare function standards(): unknown[][];
