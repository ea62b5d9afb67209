import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../kit/icons/Icon";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { joinClasses } from "../kit/joinClasses";

/** Whether a value says that something failed, is wrong, is suspicious, or none of these. */
export type Tone = "failure" | "error" | "warning" | "neutral";

interface CardProps {
  readonly tone: Tone;
  /** The icon of a neutral card; the others have the sign of their severity. */
  readonly icon: LucideIcon;
  readonly title: string;
  /** Whether the title is a text of the payload. */
  readonly isWire?: boolean;
  readonly aside?: string | undefined;
  /** What the card is called: "Value" by default. */
  readonly label?: string;
  readonly children?: ReactNode;
}

/** A card about one value: a head with its name, and what there is to say about it. */
export function Card({ tone, icon, title, isWire = false, aside, label = "Value", children }: CardProps) {
  return (
    <section className={`card is-${tone}`} aria-label={label}>
      <header className="card-head">
        {tone === "neutral" ? <Icon of={icon} /> : <SeverityIcon severity={tone} size={16} />}
        <h3 className={joinClasses("card-title", { "is-wire": isWire })}>{title}</h3>
        {aside !== undefined && <span className="card-aside">{aside}</span>}
      </header>
      {children !== undefined && <div className="card-body">{children}</div>}
    </section>
  );
}

/** A line of a card: what it is, and what it says. */
export function CardRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <dl className="card-row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </dl>
  );
}
