import { useInspector } from "../../store/inspector";
import { type Command, hasPayload } from "../commands/command";
import { smsTitles } from "./smsTitles";

/** Payloads made by hand: from a template, or broken on purpose. */
export const craftCommands: readonly Command[] = [
  {
    id: "templates",
    title: "Templates…",
    menu: "craft",
    hint: "every command",
    run: () => useInspector.getState().openDialog("templates"),
  },
  {
    id: "faults",
    title: "Break this payload…",
    menu: "craft",
    isEnabled: hasPayload,
    run: () => useInspector.getState().openDialog("faults"),
  },
  ...smsTitles.map(
    ([id, title]): Command => ({
      id: `template-${id}`,
      title: `New: ${title.replace(":", "")}`,
      menu: "craft",
      run: () => void import("./openTemplate").then(({ openTemplateById }) => openTemplateById(id)),
    }),
  ),
];
