import { laterCode } from "./laterCode";

/** Editing, Back and Forward, and showing another capture. It is there before there is anything to edit. */
export const edits = laterCode(() => import("../../../store/edits"));

/** Opening and closing captures. */
export const opening = laterCode(() => import("../../../store/opening"));

/** What is open as a whole, so that a step can be undone. */
export const openState = laterCode(() => import("../../../store/openState"));

/** Responses as the answers to requests of other inputs. */
export const answers = laterCode(() => import("../../../store/answers"));
