import { Avatar, Badge, DropdownMenu, MenuItem, Tooltip } from '@instaflow/ui';
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../../shared/i18n/add-catalogue';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { nameKind } from '../texts/name-kind';
import { useTexts } from '../texts/use-texts';
import english from './locales/en.json';
import type { Person } from './use-others';
import { usePresence } from './use-presence';

addCatalogue('presence', english);

const mostShown = 3;

/** Who else looks at the flow, and where; a soft word when somebody has the same step open. Nobody is locked out. */
export function Presence() {
  const { t } = useTranslation('presence');
  const { others, openNodeId } = usePresence();
  if (others.length === 0) return null;
  const hidden = others.slice(mostShown);
  return (
    <span className="mx-1 flex items-center gap-1.5">
      <ul aria-label={t('label')} className="flex items-center gap-1">
        {others.slice(0, mostShown).map((person) => (
          <li key={person.userId}>
            <PersonButton person={person} />
          </li>
        ))}
        {hidden.length > 0 && (
          <li>
            <MorePeople people={hidden} />
          </li>
        )}
      </ul>
      <SameStep people={others.filter((person) => openNodeId !== null && person.nodeId === openNodeId)} />
    </span>
  );
}

/** Where somebody is, in words, and how to get there; null when they have no step of this draft open. */
function usePlace({ name, nodeId }: Person): { text: string; go: (() => void) | null } {
  const { t } = useTranslation('presence');
  const kindText = useTexts();
  const store = useBuilderStore();
  const node = useBuilder(({ definition }) => definition.nodes.find(({ id }) => id === nodeId));
  if (!node) return { text: t('here', { name }), go: null };
  return {
    text: t('at', { name, step: node.name || nameKind(kindText, node.type) }),
    go: () => {
      store.getState().goToNode(node.id);
    },
  };
}

function PersonButton({ person }: { person: Person }) {
  const { text, go } = usePlace(person);
  return (
    <Tooltip label={text} side="bottom" isDescription={false}>
      <button
        type="button"
        aria-label={text}
        className="relative grid cursor-pointer rounded-full ring-2 ring-surface touch:before:absolute touch:before:-inset-2"
        onClick={() => go?.()}
      >
        <Avatar size="sm" name={person.name} />
      </button>
    </Tooltip>
  );
}

function MorePeople({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation('presence');
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          aria-label={t('more', { count: people.length })}
          className="grid size-6 cursor-pointer place-items-center rounded-full bg-sunken text-xs font-semibold ring-2 ring-surface"
        >
          +{people.length}
        </button>
      }
    >
      {people.map((person) => (
        <PersonItem key={person.userId} person={person} />
      ))}
    </DropdownMenu>
  );
}

function PersonItem({ person }: { person: Person }) {
  const { text, go } = usePlace(person);
  return (
    <MenuItem onSelect={() => go?.()}>
      <Avatar size="sm" name={person.name} />
      {text}
    </MenuItem>
  );
}

function SameStep({ people }: { people: readonly Person[] }) {
  const { t, i18n } = useTranslation('presence');
  const names = new Intl.ListFormat(i18n.language).format(people.map(({ name }) => name));
  return (
    <span role="status" className="min-w-0 empty:hidden">
      {people.length > 0 && (
        <Badge tone="warning" className="whitespace-normal">
          <Users aria-hidden="true" className="size-3.5 shrink-0" />
          {t('same', { count: people.length, names })}
        </Badge>
      )}
    </span>
  );
}
