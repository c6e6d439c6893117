type Props = { onSend: (message: object) => void };

const samplePicture = (): string => `${window.location.origin}/cdn/photo-${Date.now()}.svg`;

const choices: readonly { label: string; build: () => object }[] = [
  { label: 'Photo', build: () => ({ attachment: { type: 'image', url: samplePicture() } }) },
  {
    label: 'Voice note',
    build: () => ({ attachment: { type: 'audio', url: `${window.location.origin}/cdn/voice.mp4` } }),
  },
  { label: 'Reply to story', build: () => ({ text: 'Love this!', storyReply: true }) },
  { label: 'Mention in story', build: () => ({ storyMention: true }) },
  {
    label: 'Share a post',
    build: () => ({
      attachment: {
        type: 'ig_post',
        url: samplePicture(),
        payload: { title: 'A post', ig_post_media_id: '18000000000000001' },
      },
    }),
  },
  { label: 'Unsupported', build: () => ({ unsupported: true }) },
];

/** Everything a person can send besides text. */
export function AttachMenu({ onSend }: Props) {
  return (
    <div className="attach-menu" role="group" aria-label="Send something else">
      {choices.map(({ label, build }) => (
        <button key={label} type="button" onClick={() => onSend(build())}>
          {label}
        </button>
      ))}
    </div>
  );
}
