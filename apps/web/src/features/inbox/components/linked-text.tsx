import { linkify } from '../linkify';

export type LinkedTextProps = { text: string };

/** Text with its addresses clickable. */
export function LinkedText({ text }: LinkedTextProps) {
  return (
    <p>
      {linkify(text).map((part, index) =>
        part.kind === 'link' ? (
          <a
            key={index}
            href={part.text}
            target="_blank"
            rel="noopener nofollow ugc"
            className="wrap-anywhere underline underline-offset-2"
          >
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
