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
          <Heading slot="title">Password for {name}</Heading>
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
                  ? "Wrong password. Try again:"
                  : "This file needs a password. The password stays in this page and is not stored."}
              </Label>
              <Input />
            </TextField>
            <div className="dialog-actions">
              <Button className="button" onPress={() => answer(undefined)}>
                Skip this file
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
