import { IconButton } from '../parts/icon-button';

const reactions = [
  { emoji: '❤️', name: 'a heart' },
  { emoji: '😂', name: 'laughter' },
  { emoji: '👍', name: 'a thumb up' },
] as const;

type Props = { current: string | undefined; onReact: (emoji: string | null) => void };

export function ReactionButtons({ current, onReact }: Props) {
  return reactions.map(({ emoji, name }) => {
    const isSet = current === emoji;
    return (
      <IconButton
        key={emoji}
        label={isSet ? `Take ${name} back` : `React with ${name}`}
        aria-pressed={isSet}
        onClick={() => onReact(isSet ? null : emoji)}
      >
        <span aria-hidden="true">{emoji}</span>
      </IconButton>
    );
  });
}
