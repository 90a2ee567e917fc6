import type { Attribute } from "./model";
import type { UnitKind } from "./text";

/**
 * The words headings are made of (标题词汇). A heading means a fact when the fact's core words are in it and, once the
 * words that add nothing are taken away, nothing else is left: 「在校学生总数」 is 在校学生 + 总数, whereas
 * 「随迁子女在校生数」 leaves 随迁子女 and therefore is something else. So headings nobody listed are found, and
 * look-alikes are not.
 */
export interface Concept {
  readonly fact: string;
  readonly kind: UnitKind;
  readonly core: RegExp;
  /** Words that may stand beside the core without changing the meaning. */
  readonly allow?: RegExp;
  /** Words that make it something else. */
  readonly ban?: RegExp;
  /** Needed somewhere in the heading path: 「本科」 alone may be anything, below 「专任教师」 it is a teacher's degree. */
  readonly context?: RegExp;
  /** The ready ratio of the same resource: what 生均 or 每百名学生 before it makes of it. */
  readonly ratio?: string;
  /** Less than 1 where the wording itself leaves doubt. */
  readonly base?: number;
  /** A second possible fact, always asked unless the sheet settles it. */
  readonly or?: string;
}

const TEACHER = /教师|专任|教职|师资|任课|授课|学历|老师/;
const TEACHING_WORDS = /按?(?:专任|专职|教师|老师|人员|人|授课|任课|课程|所教|学科|科目|分|与健康|健康)/g;
const DEGREE_WORDS = /按?(?:专任|专职|教师|老师|人员|人|最高|学历|学位|毕业|程度|层次|分|本科生|研究生|专科生|大学)/g;
const NOT_TEACHER = /教室|室|器材|器械|设备|用房|场|面积|课时|兼职|交流|走教|代课|达标|外聘|临聘|编外|志愿|教研员|在编|不在|资格证|培训|职称|高级|中级|初级|骨干/;
const ROOM_AREA = /教室面积|行政|生活|办公|宿舍|食堂|危房|土地|占地|绿化/;

export const CONCEPTS: readonly Concept[] = [
  {
    fact: "students", kind: "people", core: /中小学生|小学生|初中生|高中生|在校学生|在校生|在籍学生|在籍生|在读学生|在读生|就读学生|[在就]读人数|在校人数|学生/,
    allow: /在校|在籍|学籍|在读|人数|人|规模|普通|全日制|班/g,
    ban: /毕业|招生|入学|新生|离校|转入|转出|休学|退学|寄宿|住宿|随迁|留守|残疾|随班|送教|女|男|民族|年级|死亡|划片|用餐|班级|平均|贫困|资助|进城|复学|走读|团员|学位|体检|优秀|合格|终端|占比|比例|体质|等级|班额|幼儿|学前|特教|中职|类别|类型|姓名|证|近视|餐|营养|宿舍|用房|计算机|电脑|台|册|每/,
  },
  { fact: "grades", kind: "things", core: /年级数|年级个数|年级总数|年级/, ban: /[一二三四五六七八九\d]年级|学生|人数|人$|毕业|各年级/, allow: /个/g },
  {
    fact: "classes", kind: "things", core: /教学班级|教学班|班级|班数|班/, allow: /教学|个/g,
    ban: /班额|每班|超过|大班|班主任|特教|附设|人以上|以下|\d|班班通|人数|幼儿|学前|培训|毕业|随班|名单|平均/,
  },
  { fact: "fullTimeTeachers", kind: "people", core: /专任教师|专任老师|专任/, allow: /教师|人员|人/g, ban: /在编|女|资格|培训|交流|学历|骨干|体育|音乐|美术|艺术|兼职|代课|岁|级|比例|占/ },
  {
    fact: "teachersAboveRequired", kind: "people",
    core: /(?:高于|超过|超)(?:国家)?(?:规定|标准|要求)(?:的)?学历|学历(?:高于|超过)(?:国家)?(?:规定|标准|要求)|高一(?:级|层次)学历|高学历/, allow: new RegExp(`\\(?(?:专科|大专|本科)(?:及)?以上\\)?|${TEACHING_WORDS.source}|学历`, "g"),
    ban: /骨干|比例|占|兼职|代课|职员/, ratio: "ratioAboveRequired",
  },
  { fact: "teachersCollegeOrAbove", kind: "people", core: /(?:大学)?(?:专科|大专)(?:及|含|学历)?(?:毕业)?(?:及)?以上/, allow: DEGREE_WORDS, ban: /骨干|第一学历|教室|比例|占|合格/, context: TEACHER, ratio: "ratioAboveRequired" },
  { fact: "teachersBachelorOrAbove", kind: "people", core: /(?:大学)?本科(?:及|含|学历)?(?:毕业)?(?:及)?以上/, allow: DEGREE_WORDS, ban: /骨干|第一学历|比例|占|合格/, context: TEACHER, ratio: "ratioAboveRequired" },
  { fact: "teachersPostgraduate", kind: "people", core: /(?:硕士)?研究生(?:及)?以上|硕士(?:研究生)?(?:及)?以上|硕博|硕士、?博士|研究生/, allow: DEGREE_WORDS, ban: /骨干|第一学历|在读|比例|占|硕士研究生(?!(?:及)?以上)|博士研究生|招生/, context: TEACHER },
  { fact: "teachersDoctor", kind: "people", core: /博士研究生|博士/, allow: DEGREE_WORDS, ban: /骨干|硕士|第一学历|在读|比例|占|以上/, context: TEACHER },
  { fact: "teachersMaster", kind: "people", core: /硕士研究生|硕士/, allow: DEGREE_WORDS, ban: /骨干|博士|第一学历|在读|比例|占|以上/, context: TEACHER },
  { fact: "teachersBachelor", kind: "people", core: /大学本科|本科/, allow: DEGREE_WORDS, ban: /骨干|以上|以下|第一学历|专科|比例|占|合格/, context: TEACHER },
  { fact: "teachersCollege", kind: "people", core: /大学专科|专科|大专/, allow: DEGREE_WORDS, ban: /骨干|以上|以下|第一学历|本科|中专|比例|占|合格/, context: TEACHER },
  {
    fact: "backboneTeachers", kind: "people", core: /骨干教师|骨干/,
    allow: /\(含学科带头人\)|\(?(?:旗县|县区|区县|县市区|区\(县\)|县\(区\)|县\(市、区\)|县|区|旗|州|盟|市)级?\)?\)?(?:及)?以上|(?:县|区|旗|旗县|区县|县区)级|学科|教学|专任|教师|老师|人员|人|名师|称号|获得|级/g,
    ban: /交流|轮岗|是否|占|流动|培养|校级|(?:省|市|国家|自治区|盟市|地市)级(?!.*(?:县|区|旗)级?.*以上)|镇级|乡级|比例|资格|音乐|体育|美术|名单|姓名/, ratio: "ratioBackbone",
  },
  {
    fact: "sportArtTeachers", kind: "people",
    core: /体育(?:与健康)?[、,，和与及/+]?\(?(?:艺术|音乐|美术)|(?:艺术|音乐|美术)[、,和与及/+]?体育|体艺|艺体|音体美|体音美|音美体|体美音/,
    allow: new RegExp(`艺术|音乐|美术|体育|[、,和与及\\/+()]|${TEACHING_WORDS.source}`, "g"), ban: NOT_TEACHER, context: TEACHER, ratio: "ratioSportArt",
  },
  { fact: "sportTeachers", kind: "people", core: /体育与健康|体育/, allow: TEACHING_WORDS, ban: new RegExp(`艺术|音乐|美术|体育馆|${NOT_TEACHER.source}`), context: TEACHER },
  { fact: "musicTeachers", kind: "people", core: /音乐/, allow: TEACHING_WORDS, ban: new RegExp(`体育|美术|${NOT_TEACHER.source}`), context: TEACHER },
  { fact: "fineArtTeachers", kind: "people", core: /美术/, allow: TEACHING_WORDS, ban: new RegExp(`体育|音乐|${NOT_TEACHER.source}`), context: TEACHER },
  { fact: "artTeachersTotal", kind: "people", core: /艺术|音美|音乐[、,和与及/+]?美术|美术[、,和与及/+]?音乐/, allow: new RegExp(`音乐|美术|[、,和与及\\/+()]|${TEACHING_WORDS.source}`, "g"), ban: new RegExp(`体育|${NOT_TEACHER.source}`), context: TEACHER },
  {
    fact: "teachingAreaNet", kind: "area",
    core: /教学(?:及|与|和)?(?:教学)?辅助用房|教学用房|教辅用房/,
    allow: /[-—–－减()、,]|已?扣[除减]?|不含|不包括|不包含|剔除|除去|除|净|后|室内|体育|用房|场馆|馆|建筑/g, context: /(?:[-—–减扣除净]|不含|不包括|不包含).*(?:体育|面积)|\(净\)|已扣|体育(?:用房|馆)(?:除外|不计)/,
    ban: ROOM_AREA, ratio: "ratioTeachingArea",
  },
  {
    fact: "teachingArea", kind: "area", core: /教学(?:及|与|和)?(?:教学)?辅助用房|教学及?教辅用房|教学用房|教辅用房/,
    allow: /\(?含(?:室内)?体育(?:用房|馆)\)?|校舍|建筑|使用|中|[一二三]、/g, ban: new RegExp(`${ROOM_AREA.source}|[-—–]|减|扣|不含|不包|剔除|除去|除外|净`), ratio: "ratioTeachingArea",
  },
  { fact: "indoorSportArea", kind: "area", core: /室内体育用房|室内体育活动用房|体育用房|室内体育室/, allow: /建筑|gymnasium|校内|\(?体育馆\)?|\(?风雨操场\)?|学校/g, ban: /教学|含|扣|校外|租|个数/ },
  { fact: "gymArea", kind: "area", core: /室内体育馆|室内体育场馆|体育馆|风雨操场|室内运动馆/, allow: /建筑|gymnasium|校内|室内|座|独立/g, ban: /教学|用房|扣|校外|租|运动场|体育场(?!馆)|个数|器材/, base: 0.95, or: "indoorSportArea" },
  {
    fact: "sportArea", kind: "area",
    core: /体育运动场\(?馆\)?|体育场\(?馆\)?|运动场\(?馆\)?|(?:体育)?运动场地?[+、和及与](?:室内)?(?:学校)?(?:体育馆|体育用房|场馆)|体育馆[+、和及与](?:体育)?运动场地?/,
    allow: /室内外|室内|体育|运动|场馆|场地|用房|馆|[+、和及与()]|建筑|校内/g, ban: /校外|租|器材|是否|个数|教师|室内体育馆$/, ratio: "ratioSportArea",
  },
  {
    fact: "sportFieldArea", kind: "area", core: /体育运动场地|运动场地|体育场地|体育活动场地|室外运动场|运动场(?![馆()])|操场|田径场|体育场(?![馆()])/,
    allow: /体育|校内|室外|学校|用地|占地|活动|田径|运动|\(?(?:含|包括)(?:田径场|球场|操场)[^)]*\)?/g, ban: /校外|租|塑胶|教师|风雨|体育馆|用房|个数|其他专用|周长|跑道|地下|楼顶|器材|人造/,
  },
  { fact: "sportArea", kind: "area", core: /运动场地?|体育场地/, allow: /体育|校内|室外/g, ban: /馆|校外|租/, context: /[生人]均/, base: 0.6, ratio: "ratioSportArea" },
  {
    fact: "equipmentValue", kind: "money", core: /教学科研仪器设备|教学仪器设备|教学仪器|教学设备|仪器设备/,
    allow: /资产|原值|总值|价值|净|值|金额|账面|帐面|固定|总额|额|[()、]|实习|设备|仪器|学校|教学/g,
    ban: /新增|当年|年增|台|件|数量|个数|信息化|净值|折旧|更新|报废|购置|采购|经费|实验|配备|达标|利用率/, ratio: "ratioEquipment",
  },
  {
    fact: "multimediaRooms", kind: "rooms", core: /网络多媒体教学教室|网络多媒体教室|多媒体教学教室|多媒体网络教室|多媒体教室|网络多媒体|多媒体\(?教学\)?班级教室/,
    allow: /间|个|网络|教学|教室|普通/g, ban: /面积|座|台|设备|非网络|普通教室|移动|语音|计算机|占|比例|覆盖/, ratio: "ratioMultimedia",
  },
  // 基本均衡 asks for these.
  { fact: "computers", kind: "things", core: /计算机|电脑/, allow: /教学|学生|台|用/g, ban: /教室|室|教师用|占|比例|课|人|多媒体|联网/, ratio: "ratioComputers" },
  { fact: "books", kind: "things", core: /图书|藏书/, allow: /纸质|藏|册|本/g, ban: /室|馆|电子|借阅|员|面积|新增|金额|元/, ratio: "ratioBooks" },
  {
    fact: "teachersIntermediate", kind: "people", core: /中级(?:专业技术)?(?:职务|职称)?(?:及|含)?(?:中级)?以上/, allow: new RegExp(`专业|技术|职务|职称|${TEACHING_WORDS.source}`, "g"),
    ban: /骨干|比例|占|副高|正高/, ratio: "ratioIntermediate",
  },
  { fact: "multimediaRooms", kind: "rooms", core: /班班通|交互式多媒体|智慧教室|电子白板教室/, allow: /间|个|教室|多媒体/g, ban: /面积|台|套|设备|覆盖|比例|终端/, base: 0.6, ratio: "ratioMultimedia" },
];

/** Words that add nothing to a meaning. */
export const FILLER =
  /合计|总计|小计|共计|总数量|总人数|总量|总数|总和|总|人数|数量|间数|个数|面积|数|计|其中|现状|实际|情况|值|学校|校内|全校|本校|现有|共有|拥有|实有|达到|年末|期末|年初|期初|本学年|本年度|本年|当前|目前|的|等|共|名|[#:,;、()>《》“”"'?？＿_*.·\d]|[-–—](?=$|>)/g;

/** A year a heading names: of no weight below what it is the year of, some doubt in the wording itself. */
export const YEAR = /(?:20\d\d-)?20\d\d学?年度?(?!级)/g;

/** Words of stages; they give the scope and add nothing to the meaning. */
export const STAGE_WORDS = /九年一贯制|十二年一贯制|完全中学|普通中小学|义务教育(?:阶段)?|普通小学|普通初中|普通高中|初级中学|高级中学|中小学|小学|初中|高中|学段|阶段|部/g;

/** Somewhere in the path: these columns hold a requirement, a plan, a shortage, another year or another owner, not the school's present figure. */
export const NOT_PRESENT =
  /上年|去年|上一年|上学年|上一学年|前年|近三年|新增|减少|缺口|缺额|尚缺|差额|差距|需求|还需|需补|需增|应配|应有|规划|计划|拟建|拟增|在建|施工|危房|借用|租用|租赁|租借|非学校产权|达标值|基本值|标准值|目标|要求值|预测|预计|增加|增量|排名|得分|是否|差异系数|标准差|达标率|达标情况|条款|说明材料|校外|县均|平均值|(?<!生)均值|最低标准|评估标准|省级标准|国家标准|85%|判定|结论|填报人|联系/;

/** 生均 or 每百名学生: what follows is a ready ratio. */
export const PER_HEAD = /每?百名?(?:在校)?学?生(?:平均)?(?:拥有|占有|配备)?|每百人(?:拥有)?|(?:学生)?人均|生均|平均每(?:名|个)?(?:学)?生/g;

/** `×100` in a heading: the column holds the amount times one hundred. */
export const TIMES_100 = /[*×x✕]100/;

const NAME_WORDS = /^(?:学校|单位|机构|校区|填报学校|填报单位|办学单位|校点)?(?:\(机构\)|\(单位\)|\(校区\)|机构)?(?:中文)?(?:全称|名称|简称)$|^(?:学校|校名|学校\(机构\)|填报学校|学校单位|学校、?教学点|学校\(教学点\)(?:名称)?|学校及教学点(?:名称)?)$/;

/** What identifies or describes a school: tested on the lowest heading alone. */
export const ATTRIBUTE_WORDS: readonly (readonly [attribute: Attribute, term: string, words: RegExp])[] = [
  ["name", "学校名称", NAME_WORDS],
  ["code", "学校标识码", /^(?:学校|单位|机构|学校\(机构\))?(?:标识码|代码|编码|编号|组织机构代码)$|^学校识别码$/],
  ["type", "办学类型", /^(?:学校)?(?:\(机构\))?办学(?:类型|类别|形式)(?:名称)?$|^学校(?:类型|类别|种类|性质类别)$|^(?:办学)?类型$|^类别$|^校型$/],
  ["stage", "学段", /^(?:所属|教育|办学)?(?:学段|教育阶段|阶段)(?:类别|类型|名称)?$|^办学层次$/],
  ["owner", "举办者类型", /举办者|^办学(?:性质|体制)$|^办别$|^公办\/?民办$|^公民办$|^学校性质$/],
  ["town", "乡镇", /^(?:所在|所属|隶属)?(?:乡镇|镇乡|乡\(镇\)|乡\(镇、街道\)|乡镇\(街道\)|乡镇街道|乡镇、街道|街道|镇街|苏木|苏木乡镇|苏木镇|学区|片区|辖区|督学责任区|教育集团|中心校)(?:名称)?$/],
  ["sequence", "序号", /^(?:序号|序|编号|行号|行次|no\.?|序次|顺序号)$/],
  ["remark", "备注", /^(?:备注|说明|备考)/],
];
