import { useSession } from '../../../shared/session/session-store';
import type { Arrival } from '../arrival';
import english from '../locales/en.json';
import { useRunTexts } from '../use-run-texts';

export type ArrivalLineProps = { arrival: Arrival };

const isCommand = (name: string): name is keyof typeof english.command =>
  Object.hasOwn(english.command, name);

/** What a turn was about, in one sentence. */
export function ArrivalLine({ arrival }: ArrivalLineProps) {
  const t = useRunTexts();
  const userId = useSession((session) => session.userId);
  const className = 'text-sm text-ink-muted';
  if (arrival.kind !== 'command') return <p className={className}>{t(`arrived.${arrival.kind}`)}</p>;
  const { command, byUserId } = arrival;
  const said = { command: isCommand(command) ? t(`command.${command}`) : command };
  const isOwn = byUserId !== null && byUserId === userId;
  return <p className={className}>{isOwn ? t('arrived.ownCommand', said) : t('arrived.command', said)}</p>;
}
