/** Reliefs and open questions (口径): what the first screen needs of the items, without them. */
import type { SwitchRule } from "../engine";
import switches from "./national-2017-switches.json" with { type: "json" };

/** All switches, default off, in the order of the settings. */
export const SWITCH_RULES = switches as readonly SwitchRule[];
