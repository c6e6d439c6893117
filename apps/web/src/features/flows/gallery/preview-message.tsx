import type { OutgoingMessage } from '@instaflow/flow-engine';
import { useTranslation } from 'react-i18next';

/** One message of the account: text, media, buttons or cards; nothing of it can be tapped. */
export function PreviewMessage({ message }: { message: OutgoingMessage }) {
  const { t } = useTranslation('flows');
  const { text, media, buttons = [], quickReplies = [], elements = [] } = message;
  return (
    <>
      {media && (
        <p className="rounded-2xl bg-sunken px-3.5 py-5 text-sm text-ink-muted">
          {t(`gallery.media.${media.type}`)}
        </p>
      )}
      {text !== undefined && (
        <div className="overflow-hidden rounded-2xl bg-sunken">
          <p className="px-3.5 py-2 break-words whitespace-pre-wrap">{text}</p>
          <Buttons titles={buttons.map(({ title }) => title)} />
        </div>
      )}
      {elements.map((element, index) => (
        <div key={index} className="w-52 overflow-hidden rounded-2xl bg-sunken">
          <p className="px-3.5 pt-2 font-semibold break-words">{element.title}</p>
          {element.subtitle && (
            <p className="px-3.5 text-sm break-words text-ink-muted">{element.subtitle}</p>
          )}
          <Buttons titles={(element.buttons ?? []).map(({ title }) => title)} />
        </div>
      ))}
      {quickReplies.length > 0 && (
        <ul className="flex flex-wrap gap-1.5 pt-0.5">
          {quickReplies.map(({ title }) => (
            <li
              key={title}
              className="rounded-full border border-accent px-2.5 py-0.5 text-sm text-accent-text"
            >
              {title}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Buttons({ titles }: { titles: readonly string[] }) {
  return titles.map((title, index) => (
    <p
      key={index}
      className="border-t border-line-strong/40 px-3.5 py-2 text-center text-sm font-semibold break-words text-accent-text"
    >
      {title}
    </p>
  ));
}
