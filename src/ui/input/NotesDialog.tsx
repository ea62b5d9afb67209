import { useShownSource } from "../../store/inspector";
import { PageDialog } from "../kit/dialog/PageDialog";
import { ProblemLines } from "./ProblemLines";

/** What is missing or doubtful in the input of what is shown. */
export default function NotesDialog() {
  const source = useShownSource();
  return (
    <PageDialog title="Notes about the input">
      <div className="notes" role="group" tabIndex={0} aria-label={source?.name ?? ""}>
        <p>{source?.reading?.summary}</p>
        <ProblemLines problems={source?.reading?.problems ?? []} />
      </div>
    </PageDialog>
  );
}
