import { useEffect, useState } from "react";
import { readMime } from "../../eas/values/mime";
import type { ValueReading } from "../../eas/values/values";
import "./mime.css";

/**
 * The content of a MIME message: its headers, parts and attachments, as text. Nothing in it is run or loaded.
 */
export function MimeView({ message }: { readonly message: Uint8Array | string }) {
  const [reading, setReading] = useState<ValueReading>();
  useEffect(() => {
    let isMounted = true;
    void readMime(message).then((read) => {
      if (isMounted) setReading(read);
    });
    return () => {
      isMounted = false;
    };
  }, [message]);
  if (reading === undefined) return <p className="mime-wait">Reading the message…</p>;
  return (
    <>
      <h4>{reading.title}</h4>
      <p className="mime-summary">{reading.summary}</p>
      <table className="mime-values">
        <tbody>
          {reading.rows.map(({ label, value }, index) => (
            <tr key={index}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {reading.problems.map(({ code, message: text }, index) => (
        <p key={`${code} ${index}`} className="input-problem is-warning">
          {text}
        </p>
      ))}
    </>
  );
}
