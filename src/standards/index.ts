/** The law as data. */
export { DEFAULT_STANDARD, factById, FACTS, findStandard, STANDARD_FILES, STANDARDS } from "./editions";
export { ITEM_BOOK, ITEM_FACTS, ITEM_FILE, itemFactById } from "./items";
export { SWITCH_RULES } from "./switches";
export { findPlan, LOCAL_PLAN_FILES, LOCAL_PLANS } from "./local";
