import type { ValueChoices } from "../../assist/valueChoices";
import { joinClasses } from "../kit/joinClasses";

/** With more values, a row of them would be too wide; the facts list them all. */
const MAX_IN_ROW = 12;

interface Props {
  readonly choices: ValueChoices;
  readonly current: string;
}

/** The values in a row, the current one marked, those that are not allowed here struck through. */
export function ValueRowOfChoices({ choices: { choices, groups }, current }: Props) {
  if (choices.length > MAX_IN_ROW || choices.some(({ value }) => value.length > 3)) return null;
  return (
    <div className="choice-row" style={{ gridTemplateColumns: `repeat(${choices.length}, minmax(0, 36px))` }}>
      <ol className="choice-values" aria-label="Values">
        {choices.map(({ value, meaning, isLegal }) => (
          <li
            key={value}
            className={joinClasses("choice", { "is-current": value === current, "is-barred": !isLegal })}
            aria-current={value === current ? "true" : undefined}
            title={meaning}
          >
            {value}
            {!isLegal && <span className="visually-hidden">, not here</span>}
          </li>
        ))}
      </ol>
      {groups.map(({ count, classes }, index) => (
        <span key={index} className="choice-group" style={{ gridColumn: `span ${count}` }} title={classes}>
          {classes ?? "All"}
        </span>
      ))}
    </div>
  );
}
