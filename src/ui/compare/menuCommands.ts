import { hasPayload, type MenuCommand } from "../kit/commands/menuCommand";
import { showComparison } from "./showComparison";

/** Comparing. */
export const compareCommands: readonly MenuCommand[] = [
  {
    id: "compare",
    title: "Compare…",
    menu: "view",
    hint: "with the original payload, or two captures",
    isEnabled: hasPayload,
    run: showComparison,
  },
];
