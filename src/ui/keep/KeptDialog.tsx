import { type FormEvent, useCallback, useEffect, useState } from "react";
import { Button, Input, Label, TextField } from "react-aria-components";
import { listLosses } from "../../browser/losses";
import { formatCount } from "../../eas/values/reading";
import { useInspector } from "../../store/inspector";
import { deleteKept, type KeptItem, keepAll, listKept, openKept } from "../../store/keep/kept";
import { sayOpened } from "../input/openedToasts";
import { PageDialog } from "../kit/dialog/PageDialog";
import { RELOAD_LOSSES, writeLoss } from "./lossTexts";
import { tryOrToast } from "./tryOrToast";
import "./keep.css";

/** Saves the open captures in this browser, opens and deletes saved items, and deletes everything. */
export default function KeptDialog() {
  const [items, setItems] = useState<readonly KeptItem[]>();
  const isOpen = useInspector(({ captures }) => captures.length > 0);
  const refresh = useCallback(() => void tryOrToast(listKept).then((all) => setItems(all ?? [])), []);
  useEffect(refresh, [refresh]);
  const losses = listLosses().filter(({ loss }) => RELOAD_LOSSES.includes(loss));
  return (
    <PageDialog title="Kept on this computer">
      <p className="keep-note">
        {losses.length === 0 &&
          "Open captures survive a reload of this tab. For that, they are stored encrypted; the key is " +
            "never stored, and is gone within a minute after you close the tab. "}
        Captures that you save here stay in this browser until you delete them, and anyone who uses this
        browser can read them. Nothing leaves the browser.
      </p>
      {losses.map((loss) => (
        <p key={loss.loss} className="keep-note is-loss">
          {writeLoss(loss)}
        </p>
      ))}
      {isOpen && <KeepForm onKept={refresh} />}
      {items?.length === 0 && <p className="keep-none">Nothing is saved.</p>}
      <ul className="keep-list" aria-label="Saved">
        {items?.map((item) => (
          <KeptRow key={item.id} item={item} onChanged={refresh} />
        ))}
      </ul>
      <div className="dialog-actions">
        <Button className="button" onPress={() => useInspector.getState().openDialog("forget")}>
          Forget everything…
        </Button>
      </div>
    </PageDialog>
  );
}

function KeepForm({ onKept }: { readonly onKept: () => void }) {
  const captures = useInspector((state) => state.captures);
  const [name, setName] = useState(captures[0]?.capture?.source ?? "");
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    void tryOrToast(() => keepAll(name.trim() === "" ? "Untitled" : name.trim())).then(onKept);
  };
  return (
    <form className="keep-form" onSubmit={keep}>
      <TextField className="field" value={name} onChange={setName} autoComplete="off" autoFocus>
        <Label>
          {captures.length === 1
            ? "Save the open capture as"
            : `Save the ${captures.length} open captures as`}
        </Label>
        <Input />
      </TextField>
      <Button className="button is-primary" type="submit">
        Save
      </Button>
    </form>
  );
}

function KeptRow({
  item: { id, name, at, count, size },
  onChanged,
}: {
  readonly item: KeptItem;
  readonly onChanged: () => void;
}) {
  const open = (): void => {
    void tryOrToast(() => openKept(id)).then((step) => {
      useInspector.getState().openDialog(undefined);
      if (step !== undefined) void sayOpened(step);
    });
  };
  const kilobytes = Math.max(1, Math.round(size / 1024));
  return (
    <li className="keep-item">
      <Button className="link-button" onPress={open}>
        {name}
      </Button>
      <span className="keep-facts">
        {at === undefined
          ? "damaged: it can't be read"
          : `${new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })} · ` +
            `${formatCount(count, "capture")} · ${kilobytes.toLocaleString("en")} KB`}
      </span>
      <Button
        className="button is-small"
        aria-label={`Delete ${name}`}
        onPress={() => void tryOrToast(() => deleteKept(id)).then(onChanged)}
      >
        Delete
      </Button>
    </li>
  );
}
