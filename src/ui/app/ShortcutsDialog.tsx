import { keysText } from "../kit/commands/keys";
import { PageDialog } from "../kit/dialog/PageDialog";
import { menuCommands } from "./menuCommands";
import { menuTitles } from "./menuTitles";
import { paneKeys } from "./paneKeys";

/** All keyboard shortcuts: those of the whole page, and those of each pane. */
export default function ShortcutsDialog() {
  const groups = Object.entries(menuTitles).flatMap(([menu, title]) => {
    const keys = menuCommands.flatMap((menuCommand) =>
      menuCommand.menu === menu && menuCommand.keys !== undefined
        ? [{ shown: keysText(menuCommand.keys), does: menuCommand.title }]
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
              {keys.map(({ shown, does }) => (
                <tr key={`${shown} ${does}`}>
                  <th scope="row">
                    <kbd>{shown}</kbd>
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
