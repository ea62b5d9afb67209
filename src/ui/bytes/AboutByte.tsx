import { Info } from "lucide-react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import type { ByteFacts } from "../../assist/byteFacts";
import { formatByte, formatHex } from "../../bytes/hex";
import { Icon } from "../kit/icons/Icon";
import { printable } from "./cells";
import "./readout.css";

interface Props {
  readonly facts: ByteFacts;
  /** Its value when the payload was opened; `undefined` for a byte that was inserted. */
  readonly before: number | undefined;
}

/**
 * A button that opens all that is known of a byte: its values, its rule of the grammar, what else would be
 * allowed in its place, and what it would be otherwise.
 */
export function AboutByte({ facts, before }: Props) {
  const { offset, byte, bits, called, part, production, allowed, alternatives, tag } = facts;
  const isPrintable = byte >= 0x20 && byte < 0x7f;
  return (
    <DialogTrigger>
      <Button className="icon-button about-byte" aria-label="About this byte">
        <Icon of={Info} />
      </Button>
      <Popover className="popover byte-facts" placement="top end">
        <Dialog aria-label={`About the byte at 0x${formatHex(offset)}`}>
          <dl>
            <dt>Offset</dt>
            <dd>
              <code>0x{formatHex(offset)}</code>, {offset.toLocaleString("en")}
            </dd>
            <dt>Value</dt>
            <dd>
              <code>{formatByte(byte)}</code>, {byte}
              {isPrintable && `, “${printable(byte)}”`}
              {before === undefined ? ", inserted" : before !== byte && `, was ${formatByte(before)}`}
            </dd>
            <dt>Bits</dt>
            <dd>{tag === undefined ? <code>{bits}</code> : <TagBits bits={bits} tag={tag} />}</dd>
            <dt>Token</dt>
            <dd>
              {facts.token}, {PARTS[part]}
              {called.page !== "" && `, ${called.page}`}
            </dd>
            {production !== "" && (
              <>
                <dt>Grammar</dt>
                <dd>
                  <code>{production}</code>
                </dd>
              </>
            )}
            <dt>Allowed here</dt>
            <dd>{allowed}</dd>
            {alternatives.length > 0 && (
              <>
                <dt>Otherwise</dt>
                <dd>{alternatives.join("; ")}</dd>
              </>
            )}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const PARTS = {
  token: "the token itself",
  number: "a number",
  content: "content",
  terminator: "the NUL that ends it",
} as const;

/** The two flags of a tag, and which tag it is. */
function TagBits({ bits, tag }: { readonly bits: string; readonly tag: NonNullable<ByteFacts["tag"]> }) {
  return (
    <>
      <code>{bits.slice(0, 1)}</code> {tag.attributes ? "with attributes" : "no attributes"},{" "}
      <code>{bits.slice(1, 2)}</code> {tag.content ? "with content" : "without content"},{" "}
      <code>{bits.slice(2)}</code> tag {formatByte(tag.identity)}, {tag.name}
    </>
  );
}
