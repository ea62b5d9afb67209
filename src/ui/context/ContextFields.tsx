import { BookOpen, Folder, Server } from "lucide-react";
import { Button, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { directions, isDirection } from "../../eas/direction";
import type { Exchange, ExchangeFolder } from "../../session/conversations";
import { type MessageContext, nothingChosen } from "../../session/messageContext";
import { type OpenCapture, useInspector } from "../../store/inspector";
import { findKnownFolder, useSession } from "../../store/session";
import { showCaptureInPage } from "../kit/showCapture";
import { ContextSelect } from "./ContextSelect";
import {
  directionTitles,
  folderOptions,
  nameFolder,
  nameFolderKind,
  nameProduct,
  nameVersion,
  productOptions,
  versionOptions,
} from "./contextWords";
import { findExchangeMessages, findNamedExchange } from "./exchangeMessages";
import { FactLine } from "./FactLine";
import { useClosePopover } from "./useClosePopover";

interface Props {
  readonly open: OpenCapture;
  readonly exchange: Exchange | undefined;
  readonly context: MessageContext;
  /** What is known without what the user chose. */
  readonly detected: MessageContext;
}

/** The direction of the message. */
export function DirectionField({ context: { direction, directionFrom }, detected }: Props) {
  const setContext = useInspector((state) => state.setContext);
  const choose = (value: unknown): void => {
    if (typeof value === "string" && isDirection(value))
      setContext({ direction: value === detected.direction ? "auto" : value });
  };
  return (
    <>
      <ToggleButtonGroup
        className="segments is-wide"
        aria-label="Direction"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={direction === undefined ? [] : [direction]}
        onSelectionChange={([value]) => choose(value)}
      >
        {directions.map((one) => (
          <ToggleButton key={one} id={one} className="segment">
            {directionTitles[one]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <FactLine from={directionFrom} scope="for this message" />
    </>
  );
}

/** The protocol version. */
export function VersionField({
  context: { version, versionFrom },
  detected,
  isWarning,
}: Props & { readonly isWarning: boolean }) {
  const setContext = useInspector((state) => state.setContext);
  return (
    <>
      <ContextSelect
        label="Version"
        icon={BookOpen}
        options={versionOptions}
        chosen={versionFrom === "chosen" ? version : undefined}
        detected={nameVersion(detected.version)}
        isDetected={detected.version !== undefined}
        isWarning={isWarning}
        onChoose={(value) => setContext({ version: value ?? nothingChosen.version })}
      />
      <FactLine from={versionFrom} />
    </>
  );
}

/** The folder, or what is known about each of several. */
export function FolderField({ exchange, context: { folder, folderFrom }, detected }: Props) {
  const setContext = useInspector((state) => state.setContext);
  const folders = exchange?.folders ?? [];
  if (folders.length > 1 && folderFrom !== "chosen")
    return (
      <ul className="context-folders" aria-label="Folders">
        {folders.map((one) => (
          <li key={one.id}>
            {nameFolder(one)}
            <FolderLine exchange={exchange} folder={one} />
          </li>
        ))}
      </ul>
    );
  return (
    <>
      <ContextSelect
        label="Folder"
        icon={Folder}
        options={folderOptions}
        chosen={folderFrom === "chosen" && folder !== "unknown" ? folder : undefined}
        detected={nameFolderKind(detected.folder)}
        isDetected={detected.folder !== "unknown"}
        onChoose={(value) => setContext({ folder: value ?? nothingChosen.folder })}
      />
      {folderFrom === "chosen" ? (
        <FactLine from={folderFrom} />
      ) : (
        <FolderLine exchange={exchange} folder={findKnownFolder(exchange)} />
      )}
    </>
  );
}

interface FolderLineProps {
  readonly exchange: Exchange | undefined;
  readonly folder: ExchangeFolder | undefined;
}

/** "from FolderSync #5", with a link to that exchange, and what the folder is called on the server. */
function FolderLine({ exchange, folder }: FolderLineProps) {
  const close = useClosePopover();
  if (exchange === undefined || folder?.from === undefined) return <FactLine from="unknown" />;
  const { command, exchange: name } = folder.from;
  const isOtherName = folder.name !== undefined && folder.name !== nameFolderKind(folder.kind ?? "unknown");
  const show = (): void => {
    close();
    showExchange(exchange, name);
  };
  return (
    <FactLine from="conversation">
      from {command}{" "}
      <Button className="link-button" aria-label={`Show exchange ${name}`} onPress={show}>
        #{name}
      </Button>
      {isOtherName && `, “${folder.name}”`}
    </FactLine>
  );
}

/** Shows the response of an exchange of the same conversation, or its request if that is all there is. */
function showExchange(exchange: Exchange, name: string): void {
  const session = useSession.getState();
  const { captures } = useInspector.getState();
  const named = findNamedExchange(session, exchange, name);
  const { request, response } = findExchangeMessages(session, captures, named);
  const message = response ?? request;
  if (message !== undefined) void showCaptureInPage(message.index);
}

/** The server. */
export function ServerField({ exchange, context: { product, productFrom }, detected }: Props) {
  const setContext = useInspector((state) => state.setContext);
  const { server } = exchange ?? {};
  return (
    <>
      <ContextSelect
        label="Server"
        icon={Server}
        options={productOptions}
        chosen={productFrom === "chosen" && product !== "unknown" ? product : undefined}
        detected={nameProduct(detected.product)}
        isDetected={detected.product !== "unknown"}
        onChoose={(value) => setContext({ product: value ?? nothingChosen.product })}
      />
      <FactLine from={productFrom} scope="for this source">
        {productFrom === "HTTP" ? `from HTTP, MS-Server-ActiveSync ${server}` : undefined}
      </FactLine>
    </>
  );
}
