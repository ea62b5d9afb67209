import { Button } from "react-aria-components";
import { download } from "../kit/download";

/** A body that is not text: it can be saved. */
export function SaveBytes({ bytes }: { readonly bytes: Uint8Array }) {
  return (
    <p className="body-note">
      These bytes are not text.{" "}
      <Button className="button is-small" onPress={() => download(bytes, "body.bin")}>
        Save body
      </Button>
    </p>
  );
}
