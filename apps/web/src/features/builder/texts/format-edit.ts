import './edit-texts';
import type { EditLabel } from '../history/history';
import type { Announcement } from '../state/selection-slice';
import type { BuilderTexts } from './use-texts';

/** What an edit did, as shown beside undo. */
export function formatEdit(t: BuilderTexts, { key, values }: EditLabel): string {
  return t(`history.${key}`, values ?? {});
}

/** What a screen reader is told about an edit. */
export function formatAnnouncement(t: BuilderTexts, { label, kind }: Announcement): string {
  const what = formatEdit(t, label);
  return kind === 'done' ? what : t(`announce.${kind}`, { what });
}
