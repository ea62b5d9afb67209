import { useInspector } from "../../store/inspector";
import { hasPayload, type MenuCommand } from "../kit/commands/menuCommand";
import { smsTitles } from "./smsTitles";

/** Payloads made by hand: from a template, or deliberately broken. */
export const craftCommands: readonly MenuCommand[] = [
  {
    id: "templates",
    title: "Templates…",
    menu: "craft",
    hint: "for every command",
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
    ([id, title]): MenuCommand => ({
      id: `template-${id}`,
      title: `New: ${title.replace(":", "")}`,
      menu: "craft",
      run: () => void import("./openTemplate").then(({ openTemplateById }) => openTemplateById(id)),
    }),
  ),
];
