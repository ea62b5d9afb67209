import { describe, expect, it } from "vitest";
import { examples } from "../../assist/examples";
import { encodeXml } from "../../document/encode";
import { openDocument } from "../../document/open";
import { easCodeSpace } from "../../eas/codeSpace";
import { commands } from "../../eas/commands";
import { type Direction, directions } from "../../eas/direction";
import { isProtocolVersion, type ProtocolVersion, protocolVersions } from "../../eas/versions";
import { lint } from "../../lint/lint";
import { inferContext } from "../../session/context";
import { type Template, templateGroups } from "./template";
import { templates } from "./templates";

const pairs = templates.flatMap((template) =>
  template.versions.map((version): [string, Template, ProtocolVersion] => [
    `${template.id} ${version}`,
    template,
    version,
  ]),
);

const listWritten = (template: Template, version: ProtocolVersion): string => template.xml(version) ?? "";

const encodeTemplate = (template: Template, version: ProtocolVersion) =>
  encodeXml(listWritten(template, version), easCodeSpace);

/** The templates of responses that report a failure, and the status of each. */
const FAILURES: Readonly<Record<string, string>> = {
  "sms-outbound-refused": "5 InvalidArguments",
  "sync-status-3": "3 InvalidSyncKey",
  "ping-too-long": "5 InvalidHeartbeatInterval",
  "send-mail-refused": "120 MailSubmissionFailed",
  "smart-reply-refused": "120 MailSubmissionFailed",
  "smart-forward-refused": "120 MailSubmissionFailed",
  "move-items-answer": "1 InvalidSource",
  "validate-cert-answer": "7 Expired",
};

/** What the rules find to be wrong in a message. */
function listFindings(
  xml: string,
  { command, direction }: Pick<Template, "command" | "direction">,
  version: ProtocolVersion,
): readonly string[] {
  const found = lint([{ xml, command, direction, version }], { version });
  return found
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe("every template, in every version it claims", () => {
  it.each(pairs)("%s can be encoded, without problems in its text", (_, template, version) => {
    const { bytes, problems } = encodeTemplate(template, version);
    expect(problems).toEqual([]);
    expect(bytes.length).toBeGreaterThan(4);
    expect(openDocument(bytes, easCodeSpace).malformations).toEqual([]);
  });

  it.each(pairs)("%s: the rules report no error and no warning", (_, template, version) => {
    expect(listFindings(listWritten(template, version), template, version)).toEqual([]);
  });

  it.each(pairs)("%s: a failure that the message reports is told, and no other", (_, template, version) => {
    const { command, direction, id } = template;
    const found = lint([{ xml: listWritten(template, version), command, direction, version }], { version });
    const failures = found.filter(({ severity }) => severity === "failure");
    expect(failures.map(({ status }) => `${status?.value} ${status?.name}`)).toEqual(
      FAILURES[id] === undefined ? [] : [FAILURES[id]],
    );
  });

  it.each(pairs)(
    "%s is recognised as its own command, and never as the other direction",
    (_, template, version) => {
      const { command, direction, versions } = inferContext(
        openDocument(encodeTemplate(template, version).bytes, easCodeSpace),
      );
      expect(command).toBe(template.command);
      expect([template.direction, undefined]).toContain(direction);
      expect(versions).toContain(version);
    },
  );

  it("has the layout that the page gives to opened payloads", () => {
    const changed = pairs.filter(([, template, version]) => {
      const { bytes } = encodeTemplate(template, version);
      return openDocument(bytes, easCodeSpace).xml !== listWritten(template, version);
    });
    expect(changed.map(([name]) => name)).toEqual([]);
  });
});

describe("what the rules would report for a wrong template", () => {
  it.each<[string, ProtocolVersion, ProtocolVersion, string]>([
    ["sync-mail", "2.5", "16.1", "schema/wrong-version"],
    ["sync-calendar-add", "14.1", "16.0", "schema/wrong-version"],
    ["sync-contacts-add", "12.0", "2.5", "schema/wrong-version"],
    ["estimate", "12.1", "14.0", "schema/wrong-version"],
    ["user-information-answer", "14.0", "14.1", "schema/wrong-version"],
  ])("%s of %s is no message of %s", (id, own, other, rule) => {
    const template = templates.find((one) => one.id === id);
    const found = template === undefined ? [] : listFindings(listWritten(template, own), template, other);
    expect(found.map((text) => text.split(":")[0])).toContain(rule);
  });
});

/** Bodies without a template, and the reason. */
const WITHOUT: Readonly<Record<string, string>> = {
  "GetAttachment request": "the attachment is named in the URL; there is no body",
  "GetAttachment response": "the body is the attachment as it is",
  "GetHierarchy request": "there is no body",
  "CreateCollection request": "of the first versions; its body is not specified",
  "CreateCollection response": "of the first versions; its body is not specified",
  "DeleteCollection request": "of the first versions; its body is not specified",
  "DeleteCollection response": "of the first versions; its body is not specified",
  "MoveCollection request": "of the first versions; its body is not specified",
  "MoveCollection response": "of the first versions; its body is not specified",
};

describe("the list of templates", () => {
  it.each(
    commands.flatMap((command) =>
      directions.map((direction): [string, Direction] => [command.name, direction]),
    ),
  )("%s has a %s, or a reason for none", (command, direction) => {
    const some = templates.filter(
      (template) => template.command === command && template.direction === direction,
    );
    expect(some.length > 0).toBe(WITHOUT[`${command} ${direction}`] === undefined);
    const root = commands.find(({ name }) => name === command)?.[direction];
    expect(root === undefined).toBe(some.length === 0);
  });

  it("has every command's bodies in every version that has them as WBXML", () => {
    const missing = commands.flatMap(({ name, since, until = "16.1", wbxmlSince = since, ...roots }) => {
      const [first, last] = [wbxmlSince, until].map((version) =>
        protocolVersions.findIndex((one) => one === version),
      );
      const spoken = protocolVersions.slice(first, (last ?? 0) + 1);
      return directions
        .filter((direction) => roots[direction] !== undefined)
        .flatMap((direction) => {
          const some = templates.filter(
            (template) => template.command === name && template.direction === direction,
          );
          return spoken
            .filter((version) => !some.some(({ versions }) => versions.includes(version)))
            .map((version) => `${name} ${direction} ${version}`);
        });
    });
    expect(missing).toEqual([]);
  });

  it("has unique ids and titles", () => {
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
    expect(new Set(templates.map(({ title }) => title)).size).toBe(templates.length);
  });

  it("begins with SMS, and keeps each group together, in order", () => {
    const groups = templates.map(({ group }) => group).filter((group, i, all) => group !== all[i - 1]);
    expect(groups).toEqual(templateGroups);
    expect(groups[0]).toBe("SMS");
  });

  it("has the protocol examples of MS-ASMS unchanged", () => {
    for (const { id, xml, direction } of examples) {
      const template = templates.find((one) => one.id === id);
      expect(template?.direction).toBe(direction);
      const bytes = template && encodeTemplate(template, "14.1").bytes;
      expect(bytes).toEqual(encodeXml(xml, easCodeSpace).bytes);
    }
  });

  it("has a document and section, and versions oldest first", () => {
    for (const { section, versions, purpose } of templates) {
      expect(section).toMatch(/^MS-AS[A-Z]+ \d+(\.\d+)+$/);
      expect(versions.every(isProtocolVersion)).toBe(true);
      expect(versions).toEqual(protocolVersions.filter((version) => versions.includes(version)));
      expect(purpose).toMatch(/\.$/);
    }
  });

  it("has no XML for a version that the template does not claim", () => {
    const claimed = templates.flatMap((template) =>
      protocolVersions.filter(
        (version) => !template.versions.includes(version) && template.xml(version) !== undefined,
      ),
    );
    expect(claimed).toEqual([]);
  });
});
