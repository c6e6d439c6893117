import type { ShownAccount } from '../data/types';
import { Avatar } from '../parts/avatar';

type Props = { account: ShownAccount; pendingRef: unknown; onTap: (payload: string) => void };

/** Before the first message: the profile, and the questions the business suggests. */
export function EmptyThread({ account, pendingRef, onTap }: Props) {
  const questions = account.iceBreakers[0]?.call_to_actions ?? [];
  return (
    <div className="empty-thread">
      <Avatar id={account.userId} size="large" />
      <strong>{account.name}</strong>
      <p className="quiet">
        @{account.username} · {account.followersCount.toLocaleString()} followers
      </p>
      {typeof pendingRef === 'string' && (
        <p className="quiet">You came by a link ({pendingRef}); your first message carries it.</p>
      )}
      {questions.length > 0 ? (
        <div className="ice-breakers">
          <p className="quiet">Tap to send a suggested message</p>
          {questions.map(({ question, payload }) => (
            <button key={payload} type="button" onClick={() => onTap(payload)}>
              {question}
            </button>
          ))}
        </div>
      ) : (
        <p className="quiet">Write the first message below.</p>
      )}
    </div>
  );
}
