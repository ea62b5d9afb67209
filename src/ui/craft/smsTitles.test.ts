import { describe, expect, it } from "vitest";
import { examples } from "../../assist/examples";
import { templates } from "../../craft/templates/templates";
import { smsTitles } from "./smsTitles";

describe("the commands that open a template of the SMS class", () => {
  it("match the templates, except those that are among the examples", () => {
    const ofExamples = new Set(examples.map(({ id }) => id));
    const own = templates.filter(({ group, id }) => group === "SMS" && !ofExamples.has(id));
    expect(smsTitles).toEqual(own.map(({ id, title }) => [id, title]));
  });
});
