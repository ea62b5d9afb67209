import { useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { PageDialog } from "../kit/dialog/PageDialog";
import { LICENCES_TEXT, type Licence, loadLicences } from "./licences";
import "./help.css";

/** The licences of everything that the page contains. */
export default function LicencesDialog() {
  const [licences, setLicences] = useState<readonly Licence[]>();
  const [error, setError] = useState<string>();
  const load = useCallback(() => {
    loadLicences().then(setLicences, (thrown: unknown) =>
      setError(thrown instanceof Error ? thrown.message : String(thrown)),
    );
  }, []);
  useEffect(load, [load]);
  const retry = (): void => {
    setError(undefined);
    load();
  };
  return (
    <PageDialog title="Licences" size="wide">
      <div className="help" role="region" aria-label="Licences" tabIndex={0}>
        <p>
          The WBXML Inspector is under the MIT licence. It contains the works below, each under its own
          licence.{" "}
          <a href={LICENCES_TEXT} target="_blank" rel="noreferrer noopener">
            All texts in one file
          </a>
          .
        </p>
        {error !== undefined && (
          <p className="is-open">
            The list could not be loaded: {error}. It is written when the page is built, so it is missing
            during development.{" "}
            <Button className="link-button" onPress={retry}>
              Try again
            </Button>
          </p>
        )}
        <ul className="help-licences">
          {licences?.map(({ name, version, identifier, text }) => (
            <li key={`${name} ${version}`}>
              <details>
                <summary>
                  {name} {version} <span className="help-quiet">{identifier}</span>
                </summary>
                <pre>{text}</pre>
              </details>
            </li>
          ))}
        </ul>
      </div>
    </PageDialog>
  );
}
