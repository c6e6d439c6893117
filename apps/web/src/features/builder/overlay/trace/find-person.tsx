import type { Run } from '@instaflow/contracts';
import { Button, SearchInput, SkeletonRows } from '@instaflow/ui';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../../shared/api/call-api';
import { QueryView } from '../../../../shared/components/query-view';
import { contactName } from '../../../../shared/contact/contact-name';
import { useContactRuns } from '../../../runs/api/use-contact-runs';
import { useBuilder, useBuilderSession } from '../../state/builder-context';
import { useOverlayTexts } from '../overlay-texts';
import { VisitList } from '../people/visit-list';
import { VisitPages } from '../people/visit-pages';

/** Finds the run to follow: one of the latest, or those of a person one looks for. */
export function FindPerson() {
  const t = useOverlayTexts();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  return (
    <div className="flex flex-col gap-3">
      <SearchInput
        label={t('findPanel.search')}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
        }}
      />
      {wanted === '' ? <LatestRuns /> : <FoundPeople search={wanted} />}
    </div>
  );
}

function LatestRuns() {
  const t = useOverlayTexts();
  const nodeId = useBuilder(({ definition }) => definition.startNodeId);
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t('findPanel.latest')}</h3>
      <VisitPages figure={{ nodeId, measure: 'reached', outlet: null }} empty={t('findPanel.noRuns')} />
    </section>
  );
}

function FoundPeople({ search }: { search: string }) {
  const t = useOverlayTexts();
  const { t: appText } = useTranslation('app');
  const { accountId } = useBuilderSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const people = useQuery({
    queryKey: ['overlay-people', accountId, search],
    queryFn: ({ signal }) =>
      callApi('listContacts', { params: { id: accountId }, query: { search, limit: 10 } }, { signal }),
  });
  return (
    <QueryView
      query={people}
      skeleton={<SkeletonRows label={appText('loading')} className="h-9" count={3} />}
    >
      {({ contacts }) =>
        contacts.length === 0 ? (
          <p className="text-ink-muted">{t('findPanel.nobody')}</p>
        ) : (
          <ul className="flex flex-col gap-1">
            {contacts.map((contact) => (
              <li key={contact.contactId}>
                <Button
                  variant="ghost"
                  aria-expanded={chosen === contact.contactId}
                  className="w-full justify-start"
                  onClick={() => {
                    setChosen(chosen === contact.contactId ? null : contact.contactId);
                  }}
                >
                  <span className="truncate">{contactName(contact)}</span>
                </Button>
                {chosen === contact.contactId && <RunsOfPerson contact={contact} />}
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}

type Person = {
  contactId: string;
  firstName: string | null;
  lastName: string | null;
  instagramUsername: string | null;
};

function RunsOfPerson({ contact }: { contact: Person }) {
  const t = useOverlayTexts();
  const { t: appText } = useTranslation('app');
  const { flowId } = useBuilderSession();
  const runs = useContactRuns(contact.contactId);
  const isHere = (run: Run) => run.flowId === flowId || run.standsAt.flowId === flowId;
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  return (
    <div className="py-1 pl-3">
      <QueryView
        query={runs}
        skeleton={<SkeletonRows label={appText('loading')} className="h-16" count={1} />}
      >
        {({ pages }) => (
          <VisitList
            visits={pages
              .flatMap((page) => page.runs)
              .filter(isHere)
              .map((run) => ({
                at: run.startedAt,
                contactName: name === '' ? null : name,
                instagramUsername: contact.instagramUsername,
                run,
              }))}
            more={runs.hasNextPage ? runs : null}
            empty={t('findPanel.noRunsOf')}
          />
        )}
      </QueryView>
    </div>
  );
}
