import { later } from "../kit/load/later";

/** Asks for a password. If that can't be shown, closing the notice skips the file. */
export const PasswordDialog = later(() => import("./PasswordDialog"), {
  name: "The question for a password",
  onClose: ({ passwordRequest }) => passwordRequest.answer(undefined),
});
