import { Avatar } from '@instaflow/ui';
import { ChevronLeft, Menu, Phone, Video } from 'lucide-react';
import type { Part } from '../profile-draft';
import { useProfileTexts } from '../use-profile-texts';

export type PhonePreviewProps = {
  part: Part;
  username: string;
  texts: readonly string[];
  hasComposer: boolean;
};

/** The conversation as a person sees it on a phone, before the first message or with the menu open. */
export function PhonePreview({ part, username, texts, hasComposer }: PhonePreviewProps) {
  const t = useProfileTexts();
  const shown = texts.map((text) => text || t('preview.untitled'));
  return (
    <figure className="mx-auto flex w-full max-w-76 flex-col gap-2 lg:sticky lg:top-6">
      <div className="flex h-125 flex-col overflow-hidden rounded-[2rem] border border-line-strong bg-surface">
        <div className="flex items-center gap-2 border-b border-line px-3 py-2.5">
          <ChevronLeft aria-hidden="true" className="size-5" />
          <Avatar name={username} size="sm" />
          <span className="min-w-0 flex-1 truncate font-semibold">{username}</span>
          <Phone aria-hidden="true" className="size-4.5" />
          <Video aria-hidden="true" className="size-5" />
        </div>
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto p-3">
          <div className="flex flex-col items-center gap-1 py-4 text-center">
            <Avatar name={username} size="lg" />
            <p className="max-w-full font-semibold break-words">{username}</p>
            <p className="text-sm text-ink-muted">{t('preview.note')}</p>
          </div>
          {part === 'iceBreakers' && <IceBreakers texts={shown} empty={t('preview.empty')} />}
        </div>
        {part === 'menu' && texts.length > 0 && <OpenMenu texts={shown} />}
        {hasComposer && (
          <div className="m-2.5 flex items-center gap-2 rounded-full border border-line px-3.5 py-2 text-sm text-ink-muted">
            {part === 'menu' && texts.length > 0 && <Menu aria-hidden="true" className="size-4.5 text-ink" />}
            {t('preview.message')}
          </div>
        )}
      </div>
      <figcaption className="text-center text-sm text-ink-muted">{t('preview.caption')}</figcaption>
    </figure>
  );
}

function IceBreakers({ texts, empty }: { texts: readonly string[]; empty: string }) {
  if (texts.length === 0) return <p className="mt-auto pb-4 text-center text-sm text-ink-muted">{empty}</p>;
  return (
    <ul className="mt-auto flex flex-col items-end gap-2">
      {texts.map((text, index) => (
        <li
          key={index}
          className="max-w-[85%] rounded-2xl border border-line-strong px-3.5 py-2 text-sm break-words"
        >
          {text}
        </li>
      ))}
    </ul>
  );
}

function OpenMenu({ texts }: { texts: readonly string[] }) {
  return (
    <div className="rounded-t-2xl bg-sunken px-4 pt-2 pb-1">
      <span aria-hidden="true" className="mx-auto mb-1 block h-1 w-9 rounded-full bg-line-strong" />
      <ul className="flex flex-col divide-y divide-line">
        {texts.map((text, index) => (
          <li key={index} className="py-2.5 text-sm break-words">
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
