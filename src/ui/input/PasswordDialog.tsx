import { type FormEvent, useState } from "react";
import { Button, Dialog, Heading, Input, Label, Modal, ModalOverlay, TextField } from "react-aria-components";
import type { PasswordRequest } from "../../store/inspector";

/** Asks for the password of a locked file. The password is used to read the file and is not stored. */
export default function PasswordDialog({
  passwordRequest: { name, wasWrong, answer },
}: {
  readonly passwordRequest: PasswordRequest;
}) {
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    answer(password);
  };
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && answer(undefined)}
    >
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">Password of {name}</Heading>
          <form onSubmit={submit}>
            <TextField
              className="field"
              type="password"
              value={password}
              onChange={setPassword}
              autoFocus
              autoComplete="off"
            >
              <Label>
                {wasWrong
                  ? "That was not the password. Try again:"
                  : "This file is locked. It is opened in this page, and the password is kept nowhere."}
              </Label>
              <Input />
            </TextField>
            <div className="dialog-actions">
              <Button className="button" onPress={() => answer(undefined)}>
                Leave it closed
              </Button>
              <Button className="button is-primary" type="submit">
                Open
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
