import type { ContentCard } from '../read-content';

export type MessageCardsProps = { cards: readonly ContentCard[] };

/** The cards of a carousel, side by side. */
export function MessageCards({ cards }: MessageCardsProps) {
  if (cards.length === 0) return null;
  return (
    <ul
      // What scrolls must be reachable by keyboard.
      tabIndex={cards.length > 1 ? 0 : undefined}
      className="flex max-w-full gap-2 overflow-x-auto"
    >
      {cards.map((card, index) => (
        <li
          key={index}
          className="flex w-48 shrink-0 flex-col gap-1 overflow-hidden rounded-md bg-surface pb-2 text-ink ring-1 ring-line"
        >
          {card.imageUrl && (
            <img
              src={card.imageUrl}
              alt=""
              loading="lazy"
              referrerPolicy="no-referrer"
              className="aspect-video w-full object-cover"
            />
          )}
          <p className="px-2.5 pt-1.5 font-medium">{card.title}</p>
          {card.subtitle && <p className="px-2.5 text-sm text-ink-muted">{card.subtitle}</p>}
          {card.buttons.map((title) => (
            <p key={title} className="px-2.5 text-sm font-medium text-accent-text">
              {title}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
