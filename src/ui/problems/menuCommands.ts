import { hasCaptures, type MenuCommand } from "../kit/commands/menuCommand";
import { laterCode } from "../kit/load/laterCode";

const going = laterCode(() => import("./goToProblem"));

/** Goes to the next problem of what is shown, or of the next message that has one. */
export function goToNextProblem(): void {
  going.run(({ goToProblem }) => goToProblem(1));
}

/** Goes to the problem before, of what is shown or of an exchange before it. */
export function goToPreviousProblem(): void {
  going.run(({ goToProblem }) => goToProblem(-1));
}

/** Going from problem to problem. */
export const problemCommands: readonly MenuCommand[] = [
  {
    id: "next-problem",
    title: "Go to next problem",
    menu: "go",
    keys: "F8",
    isEnabled: hasCaptures,
    run: goToNextProblem,
  },
  {
    id: "previous-problem",
    title: "Go to previous problem",
    menu: "go",
    keys: "Shift+F8",
    isEnabled: hasCaptures,
    run: goToPreviousProblem,
  },
];
