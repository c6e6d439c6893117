type Props = { message: string; onRetry?: () => void };

/** A failed load or action, in its place, with the way to try again. */
export function Notice({ message, onRetry }: Props) {
  return (
    <div className="notice" role="alert">
      <p>{message}</p>
      {onRetry && (
        <button type="button" className="text-button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
