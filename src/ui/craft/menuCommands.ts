import { hasPayload, type MenuCommand, openingCommand } from "../kit/commands/menuCommand";
import { laterCode } from "../kit/load/laterCode";
import { smsTitles } from "./smsTitles";

const templateOpening = laterCode(() => import("./openTemplate"));

/** Payloads made by hand: from a template, or deliberately broken. */
export const craftCommands: readonly MenuCommand[] = [
  openingCommand("templates", {
    id: "templates",
    title: "Templates…",
    menu: "craft",
    hint: "for every command",
  }),
  openingCommand("faults", {
    id: "faults",
    title: "Break this payload…",
    menu: "craft",
    isEnabled: hasPayload,
  }),
  ...smsTitles.map(
    ([id, title]): MenuCommand => ({
      id: `template-${id}`,
      title: `New: ${title.replace(":", "")}`,
      menu: "craft",
      run: () => templateOpening.run(({ openTemplateById }) => openTemplateById(id)),
    }),
  ),
];
