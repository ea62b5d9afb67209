import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { type Trial, tryWay } from "../../browser/selfTest";
import { sendingWays, UNTRIED_RULE, untriedWays } from "../../browser/sendingWays";

type Trials = ReadonlyMap<string, Trial>;

const VERDICTS = { refused: "✓ refused", open: "⚠ open", unclear: "? unclear" } as const;

/** Tries each way to send, one after the other, and shows what the browser did. */
export function SelfTest() {
  const [trials, setTrials] = useState<Trials>();
  const [isRunning, setRunning] = useState(false);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => void (isMounted.current = false);
  }, []);
  const run = async (): Promise<void> => {
    setRunning(true);
    let done: Trials = new Map();
    for (const way of sendingWays) {
      if (!isMounted.current) return;
      setTrials(done);
      done = new Map(done).set(way.id, await tryWay(way));
    }
    setTrials(done);
    setRunning(false);
  };
  return (
    <section>
      <h3>Try each way to send</h3>
      <p>
        The page tries to reach an address that can't exist (it ends in <code>.invalid</code>) in each of{" "}
        {sendingWays.length} ways, and shows whether the browser refused. Most ways are an empty request;
        WebRTC asks for a way out, and the message to another page stays in the browser. If a way is open,
        your computer may ask its name server for that address. The console of the browser will list each
        refusal.
      </p>
      <p className="help-run">
        <Button className="button is-primary" isPending={isRunning} onPress={() => void run()}>
          {isRunning ? "Trying…" : "Try each way"}
        </Button>
        <span role="status">{trials !== undefined && summarize(trials, isRunning)}</span>
      </p>
      {trials !== undefined && <TrialTable trials={trials} />}
      {trials !== undefined && <p>{UNTRIED_RULE}</p>}
    </section>
  );
}

function summarize(trials: Trials, isRunning: boolean): string {
  if (isRunning) return `${trials.size} of ${sendingWays.length} tried`;
  const list = (verdict: Trial["verdict"]): readonly string[] =>
    sendingWays.filter(({ id }) => trials.get(id)?.verdict === verdict).map(({ title }) => title);
  const [refused, open, unclear] = [list("refused"), list("open"), list("unclear")];
  return [
    `${refused.length} of ${trials.size} ways are refused.`,
    ...(open.length > 0 ? [`Open: ${open.join(", ")}.`] : []),
    ...(unclear.length > 0 ? [`Unclear: ${unclear.join(", ")}.`] : []),
    `${untriedWays.length} more can't be tried.`,
  ].join(" ");
}

function TrialTable({ trials }: { readonly trials: Trials }) {
  return (
    <table className="help-table">
      <thead>
        <tr>
          <th scope="col">Way</th>
          <th scope="col">Result</th>
          <th scope="col">By what</th>
        </tr>
      </thead>
      <tbody>
        {sendingWays.map(({ id, title }) => (
          <TrialRow key={id} title={title} trial={trials.get(id)} />
        ))}
        {untriedWays.map(({ id, title, why }) => (
          <tr key={id}>
            <td>{title}</td>
            <td className="help-verdict">not tried</td>
            <td>{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TrialRow({ title, trial }: { readonly title: string; readonly trial: Trial | undefined }) {
  return (
    <tr>
      <td>{title}</td>
      <td className={trial?.verdict === "open" ? "help-verdict is-open" : "help-verdict"}>
        {trial && VERDICTS[trial.verdict]}
      </td>
      <td>
        {trial?.directive !== undefined && <code>{trial.directive}</code>} {trial?.reason}
        {trial?.verdict === "open" && "Nothing refused it; only the address could not be found."}
      </td>
    </tr>
  );
}
