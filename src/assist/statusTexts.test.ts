import { describe, expect, it } from "vitest";
import { elements, findElementByKey, listChildElements } from "../eas/catalogue";
import type { Place } from "../eas/elements/element";
import { findStatus, isCommandStatus, listStatuses, statuses } from "../eas/statuses/statuses";
import { decode, encode } from "../index";
import { listLegalValues } from "./elementValues";
import { explain, findStatusOfElement } from "./explain";

const places = elements()
  .filter(isCommandStatus)
  .flatMap((element) => element.places.map((place) => ({ element, place })));

/** An element that declares its own namespace and has the given content. */
function wrap(key: string, content: string): string {
  const [namespace = "", name = ""] = key.split(":");
  return `<${name} xmlns="${namespace}">${content}</${name}>`;
}

/** A message with the command and direction of a place, and one element at that place. */
function messageWith(key: string, value: string, { command, direction, parent }: Place): string {
  let content = wrap(key, value);
  let holder = parent;
  while (holder !== undefined) {
    const above = findElementByKey(holder)?.places.find(
      (place) => place.command === command && place.direction === direction,
    );
    const result = `${holder.split(":")[0]}:Status`;
    const hasResult =
      above?.parent === undefined &&
      (key !== result || holder !== parent) &&
      listChildElements(command, direction, holder).some(({ element }) => element.key === result);
    content = wrap(holder, `${hasResult ? wrap(result, "1") : ""}${content}`);
    holder = above?.parent;
  }
  return content;
}

/** The offset at which the text of the last matching inline string starts, after its STR_I. */
function lastText(bytes: Uint8Array, text: string): number {
  const wanted = [3, ...new TextEncoder().encode(text), 0];
  return bytes.findLastIndex((_, i) => wanted.every((byte, k) => bytes[i + k] === byte)) + 1;
}

describe("a Status value", () => {
  it.each(
    places.map(({ element, place }) => [
      `${place.command} ${place.direction} ${place.parent}`,
      element,
      place,
    ]),
  )("has one text wherever it is explained: %s", (_, element, place) => {
    const offered = new Map(
      listLegalValues(element, place.parent, place).map(({ value, name, meaning }) => [
        value,
        `${name}: ${meaning}`,
      ]),
    );
    for (const { value, name, meaning } of listStatuses(place)) {
      const text = String(value);
      const document = decode(encode(messageWith(element.key, text, place)).bytes);
      const shown = explain(document, lastText(document.bytes, text));
      const entry = findStatus(place, value);
      expect(shown?.element?.key).toBe(element.key);
      expect([shown?.value?.known, shown?.value?.status], text).toEqual([undefined, entry]);
      expect(offered.get(text)).toBe(`${name}: ${meaning}`);
      expect(
        statuses(place.command).some((known) => known.value === value && known.meaning === meaning),
      ).toBe(true);
    }
  });

  it("is undefined outside a Status of a command", () => {
    const document = decode(encode(wrap("AirSync:Sync", wrap("Email:Status", "1"))).bytes);
    const node = document.tree.children(document.tree.roots()[0] ?? -1)[0] ?? -1;
    expect(findStatusOfElement(document, node, "1", {})).toBeUndefined();
  });
});
