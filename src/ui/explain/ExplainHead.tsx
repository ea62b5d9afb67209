import { ChevronLeft, ChevronRight, type LucideIcon, Search } from "lucide-react";
import { Icon } from "../kit/icons/Icon";
import { goToPageAfter, goToPageBefore, setSearching, usePageHistory } from "./pageHistory";

/** Back and forward through the pages of Explain, and a button that opens the search. */
export function ExplainHead() {
  const { back, forward, isSearching } = usePageHistory();
  return (
    <>
      <HeadButton icon={ChevronLeft} label="Back" isOff={back.length === 0} onPress={goToPageBefore} />
      {forward.length > 0 && <HeadButton icon={ChevronRight} label="Forward" onPress={goToPageAfter} />}
      <HeadButton
        icon={Search}
        label="Search the documentation"
        isOpen={isSearching}
        onPress={() => setSearching(!isSearching)}
      />
    </>
  );
}

interface HeadButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** Whether it has nothing to do now. It keeps the focus. */
  readonly isOff?: boolean;
  /** For a button that opens something: whether it is open. */
  readonly isOpen?: boolean;
  readonly onPress: () => void;
}

function HeadButton({ icon, label, isOff = false, isOpen, onPress }: HeadButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      aria-expanded={isOpen}
      onClick={onPress}
    >
      <Icon of={icon} />
    </button>
  );
}
