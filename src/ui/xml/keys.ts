import type { PaneKeys } from "../kit/commands/paneKeys";

/** The keys of the XML editor. All are Monaco's own but that of formatting, which `connect.ts` adds. */
export const xmlKeys: PaneKeys = {
  title: "In the XML",
  keys: [
    {
      keys: ["Mod+Space"],
      shown: "Ctrl Space",
      does: "Show what is allowed at the cursor",
      by: { editor: "suggest" },
    },
    {
      keys: ["Mod+F", "Mod+H"],
      shown: "Ctrl F, Ctrl H",
      does: "Find; find and replace in the XML",
      by: { editor: "find" },
    },
    { keys: ["Shift+Alt+F"], shown: "Shift Alt F", does: "Format", by: { editor: "format" } },
    {
      keys: ["F2"],
      shown: "F2",
      does: "Rename the element, both tags at once",
      by: { editor: "rename" },
    },
    {
      keys: ["Mod+."],
      shown: "Ctrl .",
      does: "Show fixes for the problem at the cursor",
      by: { editor: "codeAction" },
    },
  ],
};
