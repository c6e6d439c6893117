import type { Message } from '../data/types';
import { Carousel } from './carousel';
import { MediaAttachment } from './media-attachment';
import { TemplateButtons } from './template-buttons';
import type { Tap } from './use-thread-actions';

type Props = { message: Message; onTap: (tap: Tap) => void };

/** What a message shows: text, media, cards or buttons. Text is text, never markup. */
export function MessageContent({ message, onTap }: Props) {
  const { mid, text, attachments, elements, buttons } = message;
  if (message.isDeleted) return <p className="bubble gone">Message unsent</p>;
  if (message.isUnsupported) return <p className="bubble gone">This kind of message is not shown here</p>;
  if (elements) return <Carousel mid={mid} elements={elements} onTap={onTap} />;
  return (
    <>
      {attachments?.map((attachment, index) => (
        <MediaAttachment key={index} attachment={attachment} />
      ))}
      {text !== undefined && buttons ? (
        <div className="template">
          <p>{text}</p>
          <TemplateButtons mid={mid} buttons={buttons} firstIndex={0} onTap={onTap} />
        </div>
      ) : (
        text !== undefined && <p className="bubble">{linkify(text)}</p>
      )}
    </>
  );
}

const linkPattern = /(https?:\/\/[^\s]+)/;

function linkify(text: string) {
  return text.split(linkPattern).map((part, index) =>
    linkPattern.test(part) ? (
      <a key={index} href={part} target="_blank" rel="noreferrer noopener nofollow">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
