import { Link } from "lucide-react";
import { hasPayload, type MenuCommand } from "../kit/commands/menuCommand";
import { laterCode } from "../kit/load/laterCode";
import { nodeName, selectedNode } from "../kit/selected";

const linking = laterCode(() => import("./copyLink"));

/** Links that contain the payload that is shown, or the selected element. */
export const linkCommands: readonly MenuCommand[] = [
  {
    id: "copy-link",
    title: "Copy link",
    menu: "share",
    icon: Link,
    measure: async (state) => (await linking.load()).measureLink(state),
    isEnabled: hasPayload,
    run: () => linking.run(({ copyLink }) => copyLink()),
  },
  {
    id: "copy-link-node",
    title: "Copy link to the selected element",
    titleNow: (state) => {
      const selected = selectedNode(state);
      const name = selected && nodeName(selected.document, selected.node);
      return `Copy link to ${name ?? "the selected element"} only`;
    },
    menu: "share",
    icon: Link,
    isEnabled: (state) => selectedNode(state) !== undefined,
    run: () => linking.run(({ copyNodeLink }) => copyNodeLink()),
  },
];
