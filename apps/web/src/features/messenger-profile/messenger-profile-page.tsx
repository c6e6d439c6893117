import { PageHeader, SegmentedControl } from '@instaflow/ui';
import { useSearchParams } from 'react-router';
import { useAccount } from '../../shared/account/use-account';
import { Page } from '../../shared/components/page';
import { usePageTitle } from '../../shared/components/use-page-title';
import { IceBreakerEditor } from './components/ice-breaker-editor';
import { MenuEditor } from './components/menu-editor';
import type { Part } from './profile-draft';
import { useProfileTexts } from './use-profile-texts';

const parts: readonly Part[] = ['iceBreakers', 'menu'];

/** The questions of an empty conversation and the menu of every one. */
export function MessengerProfilePage() {
  const t = useProfileTexts();
  usePageTitle(t('title'));
  const account = useAccount();
  const [search, setSearch] = useSearchParams();
  const part: Part = search.get('part') === 'menu' ? 'menu' : 'iceBreakers';
  if (!account) return null;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        description={t('description', { username: account.instagramUsername })}
      />
      <SegmentedControl<Part>
        className="mb-5"
        label={t('parts')}
        value={part}
        onChange={(next) => setSearch(next === 'menu' ? { part: next } : {}, { replace: true })}
        options={parts.map((value) => ({ value, label: t(`${value}.title`) }))}
      />
      {/* Both stay, so that what is not saved yet survives a look at the other. */}
      <div hidden={part !== 'iceBreakers'}>
        <IceBreakerEditor key={account.instagramAccountId} account={account} />
      </div>
      <div hidden={part !== 'menu'}>
        <MenuEditor key={account.instagramAccountId} account={account} />
      </div>
    </Page>
  );
}
