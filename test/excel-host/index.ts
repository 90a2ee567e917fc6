export { CURRENT, levelOf, readApiList, type ApiList, type ApiMember } from "./api-list";
export { ExcelHost, type ExcelLevel, type HostOptions } from "./excel-host";
export { faultAt, NO_FAULTS, type Fault, type FaultPlan } from "./faults";
export { ExcelError } from "./protocol";
export { Workbook } from "./model/workbook";
export { Worksheet } from "./model/worksheet";
export { WebTransport } from "./web-transport";
