import {
  ArrowDownToLine,
  ArrowUpFromLine,
  ClipboardPaste,
  FolderOpen,
  Play,
  ShieldCheck,
} from "lucide-react";
import { Button } from "react-aria-components";
import { examples } from "../../assist/examples";
import { useInspector } from "../../store/inspector";
import { keysText } from "../kit/commands/keys";
import { Icon } from "../kit/icons/Icon";
import { Mark } from "../kit/icons/Mark";
import { OpenFile } from "./OpenFile";
import { PasteField } from "./PasteField";
import { pasteFromClipboard } from "./pasteFromClipboard";
import { openXmlInPage } from "./readIntoPage";
import { openSampleSession } from "./sampleSession";
import "./welcome.css";

/** What the page shows before anything is open: how to start. */
export function Welcome() {
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <header className="welcome-head">
        <Mark size={32} />
        <div>
          <h2 id="welcome-title">Paste a payload</h2>
          <p>Read, edit and check Exchange ActiveSync messages, byte by byte.</p>
        </div>
      </header>
      <PasteField
        actions={
          <>
            <span className="welcome-drop">Or drop files anywhere on the page</span>
            <Button className="button" onPress={() => void pasteFromClipboard("added")}>
              <Icon of={ClipboardPaste} />
              Paste
              <kbd>{keysText("Mod+V")}</kbd>
            </Button>
          </>
        }
      />
      <div className="welcome-actions">
        <OpenFile className="button is-primary">
          <Icon of={FolderOpen} />
          Open files…
        </OpenFile>
        <Button className="button" onPress={() => void openSampleSession()}>
          <Icon of={Play} />
          Try a sample session
        </Button>
        <span className="welcome-formats">SAZ, HAR, PCAP, WBXML, TXT, ZIP</span>
      </div>
      <Examples />
      <p className="welcome-note">
        <Icon of={ShieldCheck} />
        <Button
          className="link-button"
          aria-haspopup="dialog"
          onPress={() => useInspector.getState().openDialog("leaves")}
        >
          Nothing leaves this page.
        </Button>{" "}
        No upload, no tracking.
      </p>
    </section>
  );
}

function Examples() {
  return (
    <>
      <h3>Examples from MS-ASMS</h3>
      <ul className="welcome-examples">
        {examples.map(({ id, title, section, direction, xml }) => (
          <li key={id}>
            <Button className="example" onPress={() => void openXmlInPage(title, xml)}>
              <Icon of={direction === "request" ? ArrowUpFromLine : ArrowDownToLine} />
              <span className="example-title">{title}</span>{" "}
              <span className="visually-hidden">{direction}, MS-ASMS </span>
              <span className="example-section">{section.replace("MS-ASMS ", "")}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
