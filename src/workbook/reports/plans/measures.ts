import type { UnitCosts } from "../report";

/** What is commonly done about a gap (措施), of what kind the project is, and whose task it is: suggestions, to be edited. */
export interface Measure {
  readonly steps: string;
  readonly project: string;
  readonly owner: string;
  /** Unit costs its money is computed with; `own`: the gap is money itself; `null`: money is not computed by units. */
  readonly cost: keyof UnitCosts | "rooms" | "own" | null;
  /** What is done with what is too much (B4, B5), where nothing is lacking. */
  readonly excess?: string;
  /** Something built or bought: it stands in 项目清单. */
  readonly isProject?: true;
}

const STAFF = "教育局人事科、县委编办、人社局";
const BUILDING = "教育局计财（基建）科、发展改革委、自然资源局";
const EQUIPMENT = "教育局装备（电教）中心、财政局";
const FUNDS = "教育局计财科、财政局";
const SCHOOLING = "教育局基教科";

const MEASURES: Readonly<Record<string, Measure>> = {
  A1: { steps: "招聘和补充高学历教师；支持在职教师学历提升；城乡交流轮岗向缺口学校倾斜", project: "教师补充与学历提升", owner: STAFF, cost: "teacher" },
  A2: { steps: "评选认定县级以上骨干教师时向缺口学校倾斜；骨干教师交流轮岗、跟岗培养", project: "骨干教师培养与交流", owner: "教育局人事科、教师发展中心", cost: null },
  A3: { steps: "招聘体育、音乐、美术教师；教师编制内调剂；城乡交流轮岗向缺口学校倾斜", project: "体育艺术教师补充", owner: STAFF, cost: "teacher" },
  A4: { steps: "新建、改扩建教学及辅助用房；闲置校舍改作教学用房；调整招生范围分流学生", project: "校舍新建改扩建", owner: BUILDING, cost: "teachingArea", isProject: true },
  A5: { steps: "新建、改扩建运动场地和室内场馆；规划调整学校用地；调整招生范围分流学生", project: "运动场馆建设", owner: BUILDING, cost: "sportArea", isProject: true },
  A6: { steps: "按装备标准补充教学仪器设备；更新报废设备并及时入账", project: "教学仪器设备配置", owner: EQUIPMENT, cost: "own", isProject: true },
  A7: { steps: "为普通教室和专用教室配备网络多媒体设备", project: "网络多媒体教室建设", owner: EQUIPMENT, cost: "multimediaRoom", isProject: true },
  B3: { steps: "新建或改造音乐、美术专用教室；面积不足的合并改造", project: "音美专用教室建设", owner: BUILDING, cost: "rooms", isProject: true },
  B4: { steps: "新建学校或分校分流；调整招生范围，逐年压减招生规模", project: "学位扩充与分流", owner: SCHOOLING, cost: null, excess: "分流", isProject: true },
  B5: { steps: "增加教学班；起始年级按规定班额均衡编班；调整招生范围", project: "班额化解", owner: SCHOOLING, cost: null, excess: "化解" },
  B6: { steps: "按规定人数核定并补足公用经费", project: "公用经费保障", owner: FUNDS, cost: "own" },
  B7: { steps: "按标准核定并补足特殊教育公用经费", project: "特殊教育经费保障", owner: FUNDS, cost: null },
  C4: { steps: "调整公用经费预算，补足教师培训经费", project: "教师培训经费", owner: FUNDS, cost: "own" },
  variation: { steps: "优先补齐低于全县平均、影响大的学校；新增资源不再向高于平均的学校配置", project: "校际均衡配置", owner: "教育局计财科、人事科", cost: null },
};

const OTHER: Measure = { steps: "对照条款制定整改办法，明确责任单位和完成时限", project: "", owner: "教育局", cost: null };

/** By indicator or item (`A4`, `B3`), or `variation`. */
export function measureFor(id: string): Measure {
  return MEASURES[id] ?? OTHER;
}
