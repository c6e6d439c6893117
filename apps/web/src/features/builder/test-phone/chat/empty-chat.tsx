import { Avatar } from '@instaflow/ui';
import { useMemo } from 'react';
import { useTexts } from '../../texts/use-texts';
import { usePhone } from '../state/use-phone';
import { usePhoneWorld } from '../world/phone-world';
import { listBeginnings } from './list-beginnings';
import type { SayKind } from './say-kinds';

/** Nothing has happened yet: ice breakers, and every way to set the flow off. */
export function EmptyChat({ onChoose }: { onChoose: (kind: SayKind) => void }) {
  const t = useTexts();
  const { username, triggers, iceBreakers, play } = usePhoneWorld();
  const isNew = usePhone(({ person }) => !person.isKnown);
  const beginnings = useMemo(() => listBeginnings(triggers), [triggers]);
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center gap-4 overflow-y-auto p-4 text-center">
      <Avatar name={username} size="xl" />
      <div>
        <p className="font-semibold">{username}</p>
        <p className="text-sm text-ink-muted">{t('phone.empty.hint')}</p>
      </div>
      {isNew && iceBreakers.length > 0 && (
        <Group label={t('phone.empty.iceBreakers')}>
          {iceBreakers.map(({ question, payload }) => (
            <Choice
              key={payload}
              onChoose={() => {
                play({ kind: 'tap', payload, title: question });
              }}
            >
              {question}
            </Choice>
          ))}
        </Group>
      )}
      <Group label={t('phone.empty.begin')}>
        {beginnings.map(({ id, kind, word, move }) => (
          <Choice
            key={id}
            onChoose={() => {
              play(move);
            }}
          >
            {t(`phone.begin.${kind}`, { word })}
          </Choice>
        ))}
        <Choice
          onChoose={() => {
            play({ kind: 'start' });
          }}
        >
          {t('phone.begin.directly')}
        </Choice>
      </Group>
      {beginnings.length === 0 && <NoTriggers onChoose={onChoose} />}
    </div>
  );
}

function NoTriggers({ onChoose }: { onChoose: (kind: SayKind) => void }) {
  const t = useTexts();
  return (
    <p className="text-sm text-ink-muted">
      {t('phone.empty.noTriggers')}{' '}
      <button
        type="button"
        className="cursor-pointer underline underline-offset-2"
        onClick={() => {
          onChoose('comment');
          document.getElementById('test-phone-composer')?.focus();
        }}
      >
        {t('phone.empty.comment')}
      </button>
    </p>
  );
}

function Group({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex w-full flex-col items-stretch gap-2">
      <p aria-hidden="true" className="text-xs text-ink-muted">
        {label}
      </p>
      {children}
    </div>
  );
}

function Choice({ children, onChoose }: { children: React.ReactNode; onChoose: () => void }) {
  return (
    <button
      type="button"
      className="min-h-9 cursor-pointer rounded-full border border-line-strong px-3.5 py-1.5 text-sm font-medium break-words text-accent-text hover:bg-hover touch:min-h-10"
      onClick={onChoose}
    >
      {children}
    </button>
  );
}
