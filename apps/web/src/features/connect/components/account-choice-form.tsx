import type { AccountChoice, ConnectableAccount } from '@instaflow/contracts';
import { Button, Checkbox, Notice } from '@instaflow/ui';
import { useState, type FormEvent } from 'react';
import { useAccounts } from '../../../shared/account/use-accounts';
import { FormError } from '../../../shared/forms/form-error';
import { useConnectTexts } from '../use-connect-texts';
import { MissingPermissions } from './missing-permissions';

export type AccountChoiceFormProps = {
  choice: AccountChoice;
  error: Error | null;
  isBusy: boolean;
  onSubmit: (instagramUserIds: string[]) => void;
  onCancel: () => void;
};

/** The accounts, the new ones chosen beforehand. Mounted once it is known which are connected. */
export function AccountChoiceForm({ choice, error, isBusy, onSubmit, onCancel }: AccountChoiceFormProps) {
  const t = useConnectTexts();
  const { accounts, missingPermissions } = choice;
  const connected = useAccounts().data?.instagramAccounts ?? [];
  const isKnown = (id: string) => connected.some(({ instagramUserId }) => instagramUserId === id);
  const usable = accounts.filter(({ problem }) => problem === null).map((account) => account.instagramUserId);
  const [chosen, setChosen] = useState(() => usable.filter((id) => !isKnown(id)));
  const [isChecked, setIsChecked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (chosen.length > 0) onSubmit(chosen);
  };
  const toggle = (id: string, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
        {accounts.map((account) => (
          <ChoiceRow
            key={account.instagramUserId}
            account={account}
            isKnown={isKnown(account.instagramUserId)}
            isChosen={chosen.includes(account.instagramUserId)}
            onToggle={(isChosen) => toggle(account.instagramUserId, isChosen)}
          />
        ))}
      </ul>
      {usable.length === 0 && <Notice tone="warning">{t('choice.noneUsable')}</Notice>}
      {missingPermissions.length > 0 && (
        <MissingPermissions names={missingPermissions.map(({ name }) => name)} isConnected />
      )}
      <FormError error={error} />
      {isChecked && chosen.length === 0 && (
        <p role="alert" className="text-sm text-danger-text">
          {t('choice.none')}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{t('choice.cancel')}</Button>
        {usable.length > 0 && (
          <Button type="submit" variant="primary" isBusy={isBusy}>
            {t('choice.submit', { count: chosen.length })}
          </Button>
        )}
      </div>
    </form>
  );
}

type ChoiceRowProps = {
  account: ConnectableAccount;
  /** Connected here already. */
  isKnown: boolean;
  isChosen: boolean;
  onToggle: (isChosen: boolean) => void;
};

function ChoiceRow({ account, isKnown, isChosen, onToggle }: ChoiceRowProps) {
  const t = useConnectTexts();
  const { instagramUserId, instagramUsername, pageName, problem } = account;
  return (
    <li className="flex flex-col gap-0.5 px-3 py-2">
      <Checkbox
        label={
          <span className="font-medium">
            {instagramUsername ? `@${instagramUsername}` : t('choice.unnamed', { id: instagramUserId })}
          </span>
        }
        isChecked={isChosen}
        disabled={problem !== null}
        onChange={onToggle}
      />
      {pageName && <p className="pl-7.5 text-sm text-ink-muted">{t('choice.page', { name: pageName })}</p>}
      {isKnown && <p className="pl-7.5 text-sm text-ink-muted">{t('choice.known')}</p>}
      {problem && <p className="pl-7.5 text-sm text-danger-text">{problem}</p>}
    </li>
  );
}
