import { Button } from "react-aria-components";
import { cancelOpening, retryOpening, useOpeningBody } from "../../store/shownContent";

/** In the place of the panes while a large payload is decoded, and where it was not. */
export function OpeningBody() {
  const opening = useOpeningBody((state) => state.opening);
  if (opening === undefined) return null;
  const size = `${(opening.capture.payload.length / 1_000_000).toFixed(1)} MB`;
  if (opening.stopped === undefined)
    return (
      <div className="busy" role="status">
        <span>Decoding {size}…</span>
        <Button className="button" onPress={cancelOpening}>
          Cancel
        </Button>
      </div>
    );
  const why =
    opening.stopped === "cancelled"
      ? `Decoding ${size} was cancelled.`
      : `${size} could not be decoded: ${opening.stopped.reason}.`;
  const isTooLarge = opening.stopped !== "cancelled" && opening.stopped.isTooLarge;
  return (
    <div className="opening-stopped" role="alert">
      <p>{why}</p>
      {!isTooLarge && (
        <Button className="button" onPress={retryOpening}>
          Decode it
        </Button>
      )}
    </div>
  );
}
