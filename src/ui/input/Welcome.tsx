import { Button } from "react-aria-components";
import { examples } from "../../assist/examples";
import { useInspector } from "../../store/inspector";
import { OpenFile } from "./OpenFile";
import { openXmlInPage } from "./readIntoPage";
import "./welcome.css";

/** What the page shows before anything is open: how to start. */
export function Welcome() {
  return (
    <section className="welcome">
      <h2>Paste a payload</h2>
      <p className="welcome-lead">
        Press <kbd>Ctrl</kbd> <kbd>V</kbd> anywhere: a hex dump from Fiddler or Wireshark, base64, a whole
        HTTP message, or XML. Or drop a file.
      </p>
      <p>
        <OpenFile className="button is-primary">Open a file…</OpenFile>
      </p>
      <h3>Or start with an example</h3>
      <ul className="welcome-examples">
        {examples.map(({ id, title, section, direction, xml }) => (
          <li key={id}>
            <Button className="example" onPress={() => void openXmlInPage(title, xml)}>
              <span>{title}</span>
              <span className="example-hint">
                {section} · {direction}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="welcome-note">
        Everything runs in this page. Payloads contain personal mail, so{" "}
        <Button
          className="link-button"
          aria-haspopup="dialog"
          onPress={() => useInspector.getState().openDialog("leaves")}
        >
          nothing that you open leaves your browser
        </Button>
        .
      </p>
    </section>
  );
}
