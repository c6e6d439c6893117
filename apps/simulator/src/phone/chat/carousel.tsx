import type { Element } from '../../threads/message';
import { TemplateButtons } from './template-buttons';
import type { Tap } from './use-thread-actions';

type Props = { mid: string; elements: Element[]; onTap: (tap: Tap) => void };

/** Cards side by side, to swipe through; with the keyboard each button scrolls its card into view. */
export function Carousel({ mid, elements, onTap }: Props) {
  const firstIndexOf = (card: number): number =>
    elements.slice(0, card).reduce((sum, element) => sum + element.buttons.length, 0);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- cards without buttons could not be reached by keyboard otherwise
    <div className="carousel" role="group" aria-label={`${elements.length} cards`} tabIndex={0}>
      {elements.map((element, card) => (
        <section key={card} className="card" aria-label={element.title}>
          {element.imageUrl && <img src={element.imageUrl} alt="" loading="lazy" />}
          <div className="card-text">
            {element.defaultUrl ? (
              <a href={element.defaultUrl} target="_blank" rel="noreferrer noopener">
                {element.title}
              </a>
            ) : (
              <strong>{element.title}</strong>
            )}
            {element.subtitle && <p>{element.subtitle}</p>}
          </div>
          <TemplateButtons
            mid={mid}
            buttons={element.buttons}
            firstIndex={firstIndexOf(card)}
            onTap={onTap}
          />
        </section>
      ))}
    </div>
  );
}
