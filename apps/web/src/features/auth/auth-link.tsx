import { Link, useSearchParams } from 'react-router';

export type AuthLinkProps = { question: string; answer: string; path: string };

/** From signing in to registering and back; where to go afterwards is kept. */
export function AuthLink({ question, answer, path }: AuthLinkProps) {
  const [search] = useSearchParams();
  return (
    <p className="text-ink-muted">
      {question}{' '}
      <Link
        to={{ pathname: path, search: search.toString() }}
        className="font-medium text-accent-text underline underline-offset-4"
      >
        {answer}
      </Link>
    </p>
  );
}
