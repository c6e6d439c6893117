import type { OutgoingButton, OutgoingMessage } from '@instaflow/flow-engine';
import { useTexts } from '../../texts/use-texts';
import { usePhoneWorld } from '../world/phone-world';
import { SentMedia } from './sent-media';

export type MessageContentProps = {
  message: OutgoingMessage;
  /** It never arrived, so nothing on it can be tapped. */
  isDead?: boolean;
};

/** One message of the account: text, media, buttons or cards. */
export function MessageContent({ message, isDead = false }: MessageContentProps) {
  const t = useTexts();
  const { text, media, images = [], buttons = [], elements = [] } = message;
  return (
    <>
      {media && <SentMedia media={media} />}
      {images.map(({ url }, index) => (
        <SentMedia key={index} media={{ type: 'image', url }} />
      ))}
      {text !== undefined && (
        <div className="phone-bubble w-fit max-w-full overflow-hidden rounded-2xl">
          <p className="px-3.5 py-2 break-words whitespace-pre-wrap">{text}</p>
          <Buttons buttons={buttons} isDead={isDead} />
        </div>
      )}
      {elements.length > 0 && (
        <div
          role="group"
          aria-label={t('phone.carousel', { count: elements.length })}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard
          tabIndex={0}
          className="flex max-w-full snap-x gap-2 overflow-x-auto pb-1"
        >
          {elements.map((element, index) => (
            <div key={index} className="phone-bubble w-52 shrink-0 snap-start overflow-hidden rounded-2xl">
              {element.imageUrl !== undefined && (
                <SentMedia media={{ type: 'image', url: element.imageUrl }} isFlush />
              )}
              <p className="px-3.5 pt-2 font-semibold break-words">{element.title}</p>
              {element.subtitle !== undefined && (
                <p className="px-3.5 text-sm break-words text-ink-muted">{element.subtitle}</p>
              )}
              <div className="pt-2">
                <Buttons buttons={element.buttons ?? []} isDead={isDead} />
              </div>
            </div>
          ))}
        </div>
      )}
    </>
  );
}

const buttonLook =
  'block min-h-9 w-full cursor-pointer border-t border-line-strong/40 px-3.5 py-2 text-center text-sm font-semibold break-words text-accent-text hover:bg-hover touch:min-h-10 disabled:cursor-not-allowed';

function Buttons({ buttons, isDead }: { buttons: readonly OutgoingButton[]; isDead: boolean }) {
  const { play } = usePhoneWorld();
  return buttons.map((button, index) =>
    button.type === 'web_url' ? (
      <a key={index} href={button.url} target="_blank" rel="noopener noreferrer" className={buttonLook}>
        {button.title}
      </a>
    ) : (
      <button
        key={index}
        type="button"
        disabled={isDead}
        className={buttonLook}
        onClick={() => {
          play({ kind: 'tap', payload: button.payload, title: button.title });
        }}
      >
        {button.title}
      </button>
    ),
  );
}
