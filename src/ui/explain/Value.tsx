import type { ExplainedValue } from "../../assist/explain";
import type { ByteRange } from "../../bytes/range";
import { useInspector } from "../../store/inspector";
import { MimeView } from "./MimeView";

/** The meaning of the selected value: its meaning in an enumeration, and what is nested in it. */
export function Value({ value: { known, reading, range, mime } }: { readonly value: ExplainedValue }) {
  if (known === undefined && reading === undefined && mime === undefined) return null;
  return (
    <section className="doc-value" aria-label="Value">
      {known !== undefined && (
        <p>
          <strong>{known.value}:</strong> {known.meaning}
        </p>
      )}
      {mime !== undefined && <MimeView message={mime} />}
      {mime === undefined && reading !== undefined && (
        <>
          <h4>{reading.title}</h4>
          <p>{reading.summary}</p>
          <table className="doc-values">
            <tbody>
              {reading.rows.map(({ label, value, range: inside }, index) => (
                <tr key={index}>
                  <th scope="row">{label}</th>
                  <td>
                    {inside === undefined ? (
                      value
                    ) : (
                      <RangeLink range={shiftRange(range, inside)}>{value}</RangeLink>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {reading.problems.map(({ code, message }) => (
            <p key={code} className="input-problem is-warning">
              {message}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

function shiftRange({ start }: ByteRange, inside: ByteRange): ByteRange {
  return { start: start + inside.start, end: start + inside.end };
}

/** Part of a value, as a link to its own bytes. */
function RangeLink({ range, children }: { readonly range: ByteRange; readonly children: string }) {
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => useInspector.getState().select(range, "explain")}
    >
      {children}
    </button>
  );
}
