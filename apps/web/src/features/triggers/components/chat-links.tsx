import { useAccount } from '../../../shared/account/use-account';
import { CopyLine } from '../../../shared/components/copy-line';
import { chatLink } from '../chat-link';

export type ChatLinksProps = { references: readonly string[] };

/** The address that opens the chat, one for each reference, to be copied. */
export function ChatLinks({ references }: ChatLinksProps) {
  const username = useAccount()?.instagramUsername;
  if (!username) return null;
  const links = references.length === 0 ? [null] : references;
  return (
    <div className="flex flex-col gap-1">
      {links.map((reference) => (
        <CopyLine key={reference} text={chatLink(username, reference)} />
      ))}
    </div>
  );
}
