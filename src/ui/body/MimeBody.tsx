import { useEffect, useMemo, useState } from "react";
import { type MimeText, readMimeTexts } from "../../eas/values/mime";
import { MimeView } from "./MimeView";
import { readSource } from "./readBody";
import { WholeText } from "./WholeText";

/** A mail: its header and parts, each of its texts in full, and its source. */
export function MimeBody({ message }: { readonly message: Uint8Array | string }) {
  const texts = useMimeTexts(message);
  const source = useMemo(() => readSource(message), [message]);
  return (
    <div className="body-mail">
      <MimeView message={message} />
      {texts.map(({ label, text }, index) => (
        <section key={index} aria-label={label}>
          <h4>{label}</h4>
          <WholeText text={text} label={label} />
        </section>
      ))}
      <section aria-label="Source">
        <h4>Source</h4>
        <WholeText text={source} label="Source" />
      </section>
    </div>
  );
}

/** What the head of the message says already. */
const IN_HEAD: ReadonlySet<string> = new Set(["Subject", "People"]);

function useMimeTexts(message: Uint8Array | string): readonly MimeText[] {
  const [read, setRead] = useState<{ readonly of: unknown; readonly texts: readonly MimeText[] }>();
  useEffect(() => {
    let isMounted = true;
    void readMimeTexts(message).then((texts) => {
      const shown = texts.filter(({ label }) => !IN_HEAD.has(label));
      if (isMounted) setRead({ of: message, texts: shown });
    });
    return () => {
      isMounted = false;
    };
  }, [message]);
  return read?.of === message ? read.texts : [];
}
