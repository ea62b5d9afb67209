import { Binary, BookOpen, CodeXml, Copy, TriangleAlert } from "lucide-react";
import { examples } from "../../assist/examples";
import { sayOpened } from "../input/openedToasts";
import { openXmlInPage } from "../input/readIntoPage";
import {
  hasPayload,
  type MenuCommand,
  type MenuSection,
  openingCommand,
  type Submenu,
} from "../kit/commands/menuCommand";
import { laterCode } from "../kit/load/laterCode";

const payloads = laterCode(() => import("./newPayload"));

const written: MenuSection = {};
const blank: MenuSection = {};
const exampleMenu: Submenu = { title: "MS-ASMS example…", icon: BookOpen };

/** New payloads: from a template or an example, deliberately broken, empty, or a copy of the one shown. */
export const craftCommands: readonly MenuCommand[] = [
  openingCommand("templates", {
    id: "templates",
    title: "Template…",
    menu: "new",
    icon: CodeXml,
    section: written,
  }),
  ...examples.map(
    ({ id, title, section, xml }): MenuCommand => ({
      id: `example-${id}`,
      title: `Example: ${title}`,
      shortTitle: title,
      menu: "new",
      hint: section,
      section: written,
      submenu: exampleMenu,
      run: () => void openXmlInPage(title, xml),
    }),
  ),
  openingCommand("faults", {
    id: "faults",
    title: "Deliberate fault…",
    menu: "new",
    icon: TriangleAlert,
    section: written,
    isEnabled: hasPayload,
  }),
  {
    id: "empty",
    title: "Empty payload",
    menu: "new",
    icon: Binary,
    section: blank,
    run: () => payloads.run(({ addEmptyPayload }) => sayOpened(addEmptyPayload())),
  },
  {
    id: "duplicate-payload",
    title: "Duplicate this payload",
    menu: "new",
    icon: Copy,
    section: blank,
    isEnabled: hasPayload,
    run: () =>
      payloads.run(({ addCopyOfShown }) => {
        const step = addCopyOfShown();
        return step && sayOpened(step);
      }),
  },
];
