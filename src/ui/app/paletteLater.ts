import { useInspector } from "../../store/inspector";
import { later } from "../kit/load/later";

/** The list of all commands. It is preloaded, because users start typing as soon as they open it. */
export const PaletteDialog = later(() => import("./PaletteDialog"), {
  name: "The list of commands",
  onClose: () => useInspector.getState().openDialog(undefined),
});
