import { commands } from "../commands/commands";
import { keysText } from "../commands/keys";
import { PageDialog } from "../dialog/PageDialog";
import { MENU_TITLES } from "./PaletteDialog";
import { paneKeys } from "./paneKeys";

/** Every key that does something: on the whole page, and in each pane. */
export default function ShortcutsDialog() {
  const groups = Object.entries(MENU_TITLES).flatMap(([menu, title]) => {
    const keys = commands.flatMap((command) =>
      command.menu === menu && command.keys !== undefined
        ? [[keysText(command.keys), command.title] as const]
        : [],
    );
    return keys.length > 0 ? [{ title, keys }] : [];
  });
  return (
    <PageDialog title="Keyboard shortcuts">
      <div className="keys" role="region" aria-label="Shortcuts" tabIndex={0}>
        {[...groups, ...paneKeys].map(({ title, keys }) => (
          <table key={title} className="keys-list">
            <caption>{title}</caption>
            <tbody>
              {keys.map(([pressed, does]) => (
                <tr key={`${pressed} ${does}`}>
                  <th scope="row">
                    <kbd>{pressed}</kbd>
                  </th>
                  <td>{does}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </PageDialog>
  );
}
