import { ChevronDown, TriangleAlert } from "lucide-react";
import { Button, DialogTrigger, Popover } from "react-aria-components";
import type { Exchange } from "../../session/conversations";
import type { MessageContext } from "../../session/messageContext";
import type { OpenCapture } from "../../store/inspector";
import { Icon } from "../kit/icons/Icon";
import { joinClasses } from "../kit/joinClasses";
import { ContextDialog } from "./ContextDialog";
import { nameProduct, nameVersion, writeFolders } from "./contextWords";
import { useVersionAdvice } from "./useVersionAdvice";

interface Props {
  readonly open: OpenCapture;
  readonly exchange: Exchange | undefined;
  readonly context: MessageContext;
}

/**
 * What the payload is read as, in one button: version, folder and server. It opens what says where each is
 * known from, and changes it. It is amber, with a triangle, if the version does not have what the payload
 * contains.
 */
export function ContextPill({ open, exchange, context }: Props) {
  const advice = useVersionAdvice(open, exchange, context);
  const version = nameVersion(context.version);
  const folder = writeFolders(context, exchange?.folders ?? []);
  const server = nameProduct(context.product);
  const warning = advice === undefined ? "" : `. ${advice.sentence}`;
  return (
    <DialogTrigger>
      <Button
        className={joinClasses("context-pill", { "is-warning": advice !== undefined })}
        aria-label={`Read this payload as ${version} · ${folder} · ${server}${warning}`}
      >
        {advice !== undefined && <Icon of={TriangleAlert} />}
        <span className="context-pill-text">
          {version} <span className="context-dot">·</span> {folder}
          <span className="context-pill-server">
            {" "}
            <span className="context-dot">·</span> {server}
          </span>
        </span>
        <Icon of={ChevronDown} isSmall />
      </Button>
      <Popover className="popover context-popover" placement="bottom end" offset={4}>
        <ContextDialog open={open} exchange={exchange} context={context} advice={advice} />
      </Popover>
    </DialogTrigger>
  );
}
