import { useTexts } from '../../texts/use-texts';
import { usePhone } from '../state/use-phone';
import { isInRequests } from './is-in-requests';

/** Somebody who does not follow finds the account's first word among the message requests. */
export function RequestBar() {
  const t = useTexts();
  const isRequest = usePhone(({ talk }) => isInRequests(talk));
  if (!isRequest) return null;
  return (
    <div role="note" className="border-b border-line bg-sunken px-3 py-2 text-sm">
      <p className="font-medium">{t('phone.requests.title')}</p>
      <p className="text-ink-muted">{t('phone.requests.text')}</p>
    </div>
  );
}
