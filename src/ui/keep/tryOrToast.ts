import { explainStorageError } from "../../browser/storage";
import { DamagedItemError } from "../../store/keep/kept";
import { toast } from "../kit/toast/toasts";

/**
 * Runs something that the browser might refuse. If it does, a toast says so, and the result is `undefined`.
 */
export async function tryOrToast<T>(does: () => Promise<T>): Promise<T | undefined> {
  try {
    return await does();
  } catch (error) {
    toast(
      error instanceof DamagedItemError
        ? error.message
        : `The browser refused this: ${explainStorageError(error)}.`,
    );
    return undefined;
  }
}
