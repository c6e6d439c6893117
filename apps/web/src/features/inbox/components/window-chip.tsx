import type { Conversation } from '@instaflow/contracts';
import { Badge, type Tone } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { windowStateOf, type WindowState } from '../../../shared/conversation/window-state';
import { useFormat } from '../../../shared/format/use-format';
import { useNow } from '../../../shared/format/use-now';
import { useDurationText } from '../hooks/use-duration-text';

export type WindowChipProps = { conversation: Conversation; isSmall?: boolean };

const hourMs = 3_600_000;

const toneOf = (state: WindowState): Tone => {
  if (state.kind === 'human') return 'info';
  if (state.kind !== 'open') return 'neutral';
  if (state.leftMs < hourMs) return 'danger';
  return state.leftMs < 4 * hourMs ? 'warning' : 'success';
};

/** How long Instagram still allows an answer. */
export function WindowChip({ conversation, isSmall = false }: WindowChipProps) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const durationText = useDurationText();
  const state = windowStateOf(conversation, useNow());
  const words =
    state.kind === 'open' || state.kind === 'human'
      ? {
          text: t(`window.${state.kind}`, { left: durationText(state.leftMs) }),
          hint: t(`window.${state.kind}Hint`, {
            time: `${format.date(state.endsAt)}, ${format.time(state.endsAt)}`,
          }),
        }
      : { text: t(`window.${state.kind}`), hint: t(`window.${state.kind}Hint`) };
  return (
    <span title={words.hint} className="inline-flex min-w-0">
      <Badge tone={toneOf(state)} className={isSmall ? 'h-5 truncate' : undefined}>
        {words.text}
      </Badge>
    </span>
  );
}
