import { type Command, commands } from "../../../eas/commands";
import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";
import type { MessageView } from "../../view";

/** Lists the root elements that a command allows; of both directions if the direction is unknown. */
function listRoots({ request, response }: Command, direction: MessageView["direction"]): readonly string[] {
  const roots =
    direction === undefined ? [request, response] : [direction === "request" ? request : response];
  return [...new Set(roots.filter((root) => root !== undefined))];
}

/** The root element belongs to the command. */
export const root: Rule = {
  id: "schema/root",
  title: "Wrong root element",
  severity: "error",
  spec: spec("MS-ASCMD 2.2.1"),
  why:
    "The root element identifies the command. A server compares it with the command in the request " +
    "line and rejects a body that does not match.",
  messages: {
    other:
      "The root element is {element}, but a {command} message needs {roots}. Correct the command or " +
      "the root element.",
    none:
      "{element} is not the root element of any command, so it is checked as a fragment. Paste the " +
      "whole message for a complete check.",
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
      title: "a Ping with the command Ping",
      messages: [{ xml: '<Ping xmlns="Ping"/>', command: "Ping" }],
      finds: [],
    },
    { title: "a Ping without a known command", messages: ['<Ping xmlns="Ping"/>'], finds: [] },
    {
      title: "a Sync under Cmd=Ping",
      messages: [
        { xml: '<Sync xmlns="AirSync"><Wait>5</Wait></Sync>', command: "Ping", direction: "request" },
      ],
      finds: ["other"],
    },
    { title: "a fragment of a message", messages: ['<Class xmlns="AirSync">SMS</Class>'], finds: ["none"] },
  ],
};
