import { legend } from "./cells";
import "./bytesHead.css";

/** What the colours of the bytes mean. */
export function Legend() {
  return (
    <ul className="bytes-legend" aria-label="Colours of the bytes">
      {legend.map(({ kind, title }) => (
        <li key={kind}>
          <span className={`legend-square is-${kind}`} aria-hidden="true" />
          {title}
        </li>
      ))}
    </ul>
  );
}
