import { type ReactNode, useEffect, useState } from "react";

/** Content that can wait: it is drawn once the panes around it have been painted. */
export function AfterPaint({ children }: { readonly children: ReactNode }) {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => waitForTurn(() => setDrawn(true)), []);
  return isDrawn && children;
}

/** What is to be drawn, one after another: together, they would hold up the page for longer than a frame. */
const waiting = new Set<() => void>();
let isDrawing = false;

/** Draws something when all that came before it is painted. Returns what takes it back. */
function waitForTurn(draw: () => void): () => void {
  waiting.add(draw);
  if (!isDrawing) drawNext();
  return () => waiting.delete(draw);
}

function drawNext(): void {
  isDrawing = waiting.size > 0;
  if (!isDrawing) return;
  requestAnimationFrame(() =>
    setTimeout(() => {
      // after the frame, not in it
      const [next] = waiting;
      if (next !== undefined) waiting.delete(next);
      next?.();
      drawNext();
    }),
  );
}
