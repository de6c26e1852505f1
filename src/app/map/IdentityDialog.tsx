import { useRef, useState } from 'react';
import { partyFunctions, type PartyFunction } from '../../model/records/party';
import type { Identity } from '../../store/session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../ui/i18n/t';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { AccountLine } from '../AccountLine';

/** Longest name others are shown. */
const longestName = 60;

interface IdentityDialogProps {
  readonly open: boolean;
  readonly me: Identity | null;
  readonly onSave: (me: Identity) => void;
  readonly onClose: () => void;
}

/** Asks once who one is, so that the others see a name and a function instead of “somebody”. */
export function IdentityDialog({ open, me, onSave, onClose }: IdentityDialogProps) {
  const [name, setName] = useState(me?.name ?? '');
  const [ownFunction, setFunction] = useState<PartyFunction>(me?.function ?? 'marketing');
  const nameField = useRef<HTMLInputElement>(null);
  const options = partyFunctions.map((value) => ({ value, label: t(`model.function.${value}`) }));
  const save = (): void => {
    if (name.trim() === '') nameField.current?.focus();
    else onSave({ name: name.trim().slice(0, longestName), function: ownFunction });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('app.identity.title')}
      description={t('app.identity.text')}
      size="s"
      initialFocus={nameField}
      footer={
        <Button variant="primary" type="submit" form="identity-form">
          {t('app.identity.save')}
        </Button>
      }
    >
      <form
        id="identity-form"
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          ref={nameField}
          label={t('app.identity.name')}
          value={name}
          onChange={setName}
          maxLength={longestName}
          autoComplete="name"
          required
        />
        <Select
          label={t('app.identity.function')}
          options={options}
          value={ownFunction}
          onChange={(value) => setFunction(value ?? 'other')}
        />
      </form>
      <AccountLine />
    </Dialog>
  );
}
