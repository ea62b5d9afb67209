import type { ReactNode } from "react";
import { Button, FileTrigger } from "react-aria-components";
import { namedFiles, readFilesIntoPage } from "./readIntoPage";

/** A button that asks for files and opens them. */
export function OpenFile({
  className,
  children,
}: {
  readonly className: string;
  readonly children: ReactNode;
}) {
  return (
    <FileTrigger allowsMultiple onSelect={(files) => void readFilesIntoPage(namedFiles(files))}>
      <Button className={className}>{children}</Button>
    </FileTrigger>
  );
}
