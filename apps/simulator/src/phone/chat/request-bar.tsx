type Props = { username: string; onAccept: () => void };

/** A business that writes first to someone who does not follow it is only a request. */
export function RequestBar({ username, onAccept }: Props) {
  return (
    <div className="request-bar">
      <p>
        <strong>Message request.</strong> You do not follow @{username}. They will not know that you have seen
        this until you accept.
      </p>
      <button type="button" className="primary-button" onClick={onAccept}>
        Accept
      </button>
    </div>
  );
}
