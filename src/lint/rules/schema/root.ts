import { type Command, commands } from "../../../eas/commands";
import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";
import type { MessageView } from "../../view";

/** Lists the roots that a command's message may have; of both directions where that is not known. */
function listRoots({ request, response }: Command, direction: MessageView["direction"]): readonly string[] {
  const roots =
    direction === undefined ? [request, response] : [direction === "request" ? request : response];
  return [...new Set(roots.filter((root) => root !== undefined))];
}

/** The root element belongs to the command. */
export const root: Rule = {
  id: "schema/root",
  title: "Root element of another command, or of none",
  severity: "error",
  spec: spec("MS-ASCMD 2.2.1"),
  why:
    "The root says what is asked. A server holds it against the command of the request line and refuses " +
    "a body that is not the command's.",
  messages: {
    other: "{element} is the root, and a message of {command} has {roots}. Correct the one or the other.",
    none:
      "{element} is the root of no command. Judged is what its parts show; as a part of a message it " +
      "says more inside of its root.",
  },
  message: (view, report) => {
    const element = view.root < 0 ? undefined : view.key(view.root);
    const command = commands.find(({ name }) => name === view.command);
    if (element === undefined) return;
    if (view.command === undefined) return report(view.root, "none", { data: { element }, severity: "info" });
    const roots = command === undefined ? [] : listRoots(command, view.direction);
    if (roots.length === 0 || roots.includes(element)) return;
    report(view.root, "other", { data: { element, command: view.command, roots: roots.join(" or ") } });
  },
  examples: [
    {
      title: "a Ping that is said to be one",
      messages: [{ xml: '<Ping xmlns="Ping"/>', command: "Ping" }],
      finds: [],
    },
    { title: "a Ping of which nothing is said", messages: ['<Ping xmlns="Ping"/>'], finds: [] },
    {
      title: "a Sync under Cmd=Ping",
      messages: [
        { xml: '<Sync xmlns="AirSync"><Wait>5</Wait></Sync>', command: "Ping", direction: "request" },
      ],
      finds: ["other"],
    },
    { title: "a part of a message", messages: ['<Class xmlns="AirSync">SMS</Class>'], finds: ["none"] },
  ],
};
