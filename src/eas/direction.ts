/** The directions of a message: from client to server, and back. */
export const directions = ["request", "response"] as const;

/** Which way a message goes: a request from client to server, or the response to it. */
export type Direction = (typeof directions)[number];

/** Whether a text is a direction. */
export function isDirection(text: string): text is Direction {
  return directions.some((direction) => direction === text);
}

/** The opposite direction. */
export function reverseDirection(direction: Direction): Direction {
  return direction === "request" ? "response" : "request";
}
