import type { DeliberateFault } from "./deliberateFault";
import { headerFaults } from "./header";
import { lengthFaults } from "./lengths";
import { smsFaults } from "./sms";
import { elementFaults } from "./sync";
import { tagFaults } from "./tags";
import { textFaults } from "./text";
import { wholeBodyFaults } from "./wholeBody";

/** All deliberate faults, in the order in which the palette shows them. */
export const faults: readonly DeliberateFault[] = [
  ...wholeBodyFaults,
  ...headerFaults,
  ...lengthFaults,
  ...tagFaults,
  ...textFaults,
  ...elementFaults,
  ...smsFaults,
];
