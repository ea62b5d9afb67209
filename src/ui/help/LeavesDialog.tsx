import { useEffect, useState } from "react";
import { readDirectives, readSentHeaders, type SentHeader } from "../../browser/policyInForce";
import { PageDialog } from "../kit/dialog/PageDialog";
import { explainDirective, headerTexts } from "./policyTexts";
import { SelfTest } from "./SelfTest";
import "./help.css";

/** What can leave the page: a test of each way to send, the policy in force, and the server's headers. */
export default function LeavesDialog() {
  return (
    <PageDialog title="What leaves this page" size="wide">
      <div className="help" role="region" aria-label="What leaves this page" tabIndex={0}>
        <p>
          Nothing that you open is sent anywhere. The page loads its own files and asks for nothing else. Its
          policy tells the browser to refuse the rest, as far as the browser and the headers of the server
          allow; the test below shows what is open. What you copy, save, print or share as a link leaves by
          your own hand. A link to a specification opens a page of Microsoft, which learns which document you
          opened, and nothing of what is open here. No page can stop an extension of your browser from reading
          it.
        </p>
        <Kept />
        <SelfTest />
        <Policy />
        <Headers />
      </div>
    </PageDialog>
  );
}

/** What stays in the browser, how, and until when. */
function Kept() {
  return (
    <section>
      <h3>What stays in this browser</h3>
      <p>
        So that open captures survive a reload, they are stored encrypted. The key is only in the memory of
        the page and, during the reload, of a service worker; it is never stored. It is gone within a minute
        after you close the tab. The encrypted records stay until the page is next opened, which deletes them;
        without the key, nobody can read them. What you save in Open › Kept on this computer is not encrypted
        and stays until you delete it. The layout, the colours and other settings are stored too. Open ›
        Forget everything deletes it all.
      </p>
    </section>
  );
}

function Policy() {
  const directives = readDirectives();
  return (
    <section>
      <h3>The policy of this page</h3>
      {directives.length === 0 ? (
        <p className="is-open">
          This page has no Content Security Policy of its own. A page that was built with{" "}
          <code>npm run build</code> has one.
        </p>
      ) : (
        <>
          <p>As it stands in the document that your browser has loaded.</p>
          <table className="help-table">
            <thead>
              <tr>
                <th scope="col">Content Security Policy</th>
                <th scope="col">What is allowed</th>
              </tr>
            </thead>
            <tbody>
              {directives.map((directive) => (
                <tr key={directive.name}>
                  <td>
                    <code>{[directive.name, ...directive.sources].join(" ")}</code>
                  </td>
                  <td>{explainDirective(directive)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

/** What is known of the headers: not yet, the headers, or why they could not be read. */
type Known = readonly SentHeader[] | Error | undefined;

function useSentHeaders(): Known {
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    let isMounted = true;
    void readSentHeaders(Object.keys(headerTexts)).then(
      (headers) => isMounted && setKnown(headers),
      (error: unknown) => isMounted && setKnown(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      isMounted = false;
    };
  }, []);
  return known;
}

function Headers() {
  const known = useSentHeaders();
  return (
    <section>
      <h3>The headers of the server</h3>
      {known instanceof Error && (
        <p className="is-open">The server did not answer, so its headers are not known: {known.message}</p>
      )}
      {known === undefined && <p>Asking the server…</p>}
      {Array.isArray(known) && <HeaderTable headers={known} />}
    </section>
  );
}

function HeaderTable({ headers }: { readonly headers: readonly SentHeader[] }) {
  return (
    <table className="help-table">
      <thead>
        <tr>
          <th scope="col">Header</th>
          <th scope="col">As it is sent, and what it is for</th>
        </tr>
      </thead>
      <tbody>
        {headers.map(({ name, value }) => (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <td>
              {value === undefined ? <b className="is-open">Not sent.</b> : <code>{value}</code>}
              <br />
              {headerTexts[name]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
