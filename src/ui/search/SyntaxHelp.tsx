import { Button } from "react-aria-components";
import { searchSyntax } from "../../find/syntax";

/** Everything a query can say, by example; choosing one searches for it. */
export function SyntaxHelp({ onChoose }: { readonly onChoose: (example: string) => void }) {
  return (
    <div className="search-syntax" role="region" aria-label="Syntax" tabIndex={0}>
      <table>
        <tbody>
          {searchSyntax.map(({ example, finds }) => (
            <tr key={example}>
              <th scope="row">
                <Button className="link-button" onPress={() => onChoose(example)}>
                  {example}
                </Button>
              </th>
              <td>{finds}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
