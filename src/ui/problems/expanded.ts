import { create } from "zustand";
import { diffBytes, mapOffset } from "../../bytes/patch";
import type { Finding } from "./listFindings";

/**
 * What makes a finding the same one after an edit: its rule and its place. Where a rule reports several
 * things at one place, their messages tell them apart.
 */
export interface FindingPlace {
  readonly code: string;
  /** Where its bytes begin; `undefined` for a finding about a draft. */
  readonly start: number | undefined;
  readonly message: string;
  /** Whether it is the only finding of its rule at its place. */
  readonly isAlone: boolean;
}

/** The findings that show their details, in the bytes that they were about. */
interface Expanded {
  readonly bytes: Uint8Array;
  readonly places: readonly FindingPlace[];
}

function isAtSamePlace(a: Finding, b: Finding): boolean {
  return a.code === b.code && a.range?.start === b.range?.start;
}

/** The place of a finding among all of its payload. */
export function placeOf(finding: Finding, all: readonly Finding[]): FindingPlace {
  const { code, range, message } = finding;
  const isAlone = all.every((other) => other === finding || !isAtSamePlace(other, finding));
  return { code, start: range?.start, message, isAlone };
}

/** Whether two places are those of the same finding. */
export function isSamePlace(a: FindingPlace, b: FindingPlace): boolean {
  const isHere = a.code === b.code && a.start === b.start;
  return isHere && (a.message === b.message || (a.start !== undefined && a.isAlone && b.isAlone));
}

/** The places after an edit: each moves with its bytes, and one that was removed is dropped. */
export function movePlaces({ bytes, places }: Expanded, now: Uint8Array): readonly FindingPlace[] {
  if (bytes === now || places.length === 0) return places;
  const patches = diffBytes(bytes, now);
  const isRemoved = (start: number): boolean =>
    patches.some(
      ({ range, bytes: fresh }) => fresh.length === 0 && range.start <= start && start < range.end,
    );
  return places
    .filter(({ start }) => start === undefined || !isRemoved(start))
    .map((place) =>
      place.start === undefined ? place : { ...place, start: mapOffset(place.start, patches) },
    );
}

/** A payload as it was opened, and its bytes that the findings are about. */
export interface JudgedPayload {
  /** The same object for every state of the payload. */
  readonly origin: object;
  readonly bytes: Uint8Array;
}

const states = new WeakMap<object, Expanded>();

/** Draws those again that show details, when a finding was expanded or folded. */
export const useExpanded = create<{ readonly states: typeof states }>()(() => ({ states }));

/** The places of the findings of a payload that show their details. */
export function listExpanded({ origin, bytes }: JudgedPayload): readonly FindingPlace[] {
  const known = states.get(origin);
  if (known === undefined || known.bytes === bytes) return known?.places ?? NONE;
  const moved = { bytes, places: movePlaces(known, bytes) };
  states.set(origin, moved);
  return moved.places;
}

const NONE: readonly FindingPlace[] = [];

/** Shows or hides the details of a finding. */
export function setExpanded(payload: JudgedPayload, place: FindingPlace, isOpen: boolean): void {
  const others = listExpanded(payload).filter((other) => !isSamePlace(other, place));
  states.set(payload.origin, { bytes: payload.bytes, places: isOpen ? [...others, place] : others });
  useExpanded.setState({ states });
}
