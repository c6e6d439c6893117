import { useState, type FormEvent } from 'react';

type Props = { onSend: (message: object) => void; onOpenLink: (ref: string) => void };

const picture = (name: string): object => ({
  type: 'image',
  url: `${window.location.origin}/cdn/${name}-${Date.now()}.svg`,
});
const file = (type: string, name: string): object => ({
  attachment: { type, url: `${window.location.origin}/cdn/${name}` },
});

const choices: readonly { label: string; build: () => object }[] = [
  { label: 'Photo', build: () => ({ attachment: picture('photo') }) },
  { label: 'Three photos', build: () => ({ attachments: ['one', 'two', 'three'].map(picture) }) },
  { label: 'Video', build: () => file('video', 'clip.mp4') },
  { label: 'Voice note', build: () => file('audio', 'voice.mp4') },
  { label: 'Reply to story', build: () => ({ text: 'Love this!', storyReply: true }) },
  { label: 'Mention in story', build: () => ({ storyMention: true }) },
  { label: 'Share a post', build: () => ({ share: { kind: 'post' } }) },
  { label: 'Share a reel', build: () => ({ share: { kind: 'reel' } }) },
  {
    label: 'Come from an ad',
    build: () => ({
      text: 'Is this still available?',
      ad: { adId: '120200000000001', title: 'Spring sale' },
    }),
  },
  { label: 'View-once photo', build: () => ({ unsupported: true }) },
];

/** Everything a person can send besides text, and the links that lead into a chat. */
export function AttachMenu({ onSend, onOpenLink }: Props) {
  return (
    <div className="attach-menu" role="group" aria-label="Send something else">
      {choices.map(({ label, build }) => (
        <button key={label} type="button" onClick={() => onSend(build())}>
          {label}
        </button>
      ))}
      <LinkForm onOpen={onOpenLink} />
    </div>
  );
}

/** Follows `ig.me/m/<business>?ref=…`, as from a poster or a bio. */
export function LinkForm({ onOpen }: { onOpen: (ref: string) => void }) {
  const [ref, setRef] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ref.trim() !== '') onOpen(ref.trim());
  };
  return (
    <form className="link-form" onSubmit={submit}>
      <label>
        <span className="quiet">ig.me link with ref</span>
        <input
          value={ref}
          placeholder="spring-sale"
          autoComplete="off"
          onChange={(event) => setRef(event.target.value)}
        />
      </label>
      <button type="submit">Open link</button>
    </form>
  );
}
