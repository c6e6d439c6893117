import { useState, type FormEvent } from 'react';
import { control } from '../data/control';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';

const kinds = {
  post: { label: 'Post', body: {} },
  reel: { label: 'Reel', body: { mediaType: 'VIDEO', productType: 'REELS' } },
  story: { label: 'Story', body: { productType: 'STORY' } },
  live: { label: 'Live video', body: { mediaType: 'VIDEO', isLive: true } },
  ad: { label: 'Boosted post', body: { productType: 'AD', adId: '120200000000001', adTitle: 'Spring sale' } },
} as const;

type Kind = keyof typeof kinds;

export function NewPostForm({ accountId }: { accountId: string }) {
  const [caption, setCaption] = useState('');
  const [kind, setKind] = useState<Kind>('post');
  const action = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action
      .run(() => control('POST', `/accounts/${accountId}/posts`, { caption, ...kinds[kind].body }))
      .then((isDone) => isDone && setCaption(''));
  };
  return (
    <form className="card-form" onSubmit={submit}>
      <h3>As the business: something new</h3>
      <div className="choice-row" role="group" aria-label="What to publish">
        {Object.entries(kinds).map(([name, { label }]) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === kind}
            onClick={() => isKind(name) && setKind(name)}
          >
            {label}
          </button>
        ))}
      </div>
      <label>
        Caption
        <input
          value={caption}
          maxLength={2200}
          placeholder="Comment PRICE and we send you the list"
          onChange={(event) => setCaption(event.target.value)}
        />
      </label>
      {action.error && <Notice message={action.error} />}
      <button type="submit" className="primary-button">
        Publish
      </button>
    </form>
  );
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}
