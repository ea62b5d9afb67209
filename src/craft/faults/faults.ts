import type { Fault } from "./fault";
import { headerFaults } from "./header";
import { lengthFaults } from "./lengths";
import { smsFaults } from "./sms";
import { elementFaults } from "./sync";
import { tagFaults } from "./tags";
import { textFaults } from "./text";
import { wholeBodyFaults } from "./wholeBody";

/** All deliberate faults, in the order that a palette shows them. */
export const faults: readonly Fault[] = [
  ...wholeBodyFaults,
  ...headerFaults,
  ...lengthFaults,
  ...tagFaults,
  ...textFaults,
  ...elementFaults,
  ...smsFaults,
];
