import { useTranslation } from 'react-i18next';
import type { ContentFile } from '../read-content';
import { MessageMedia } from './message-media';

export type StoryPreviewProps = { story: ContentFile; isMention: boolean };

/** The story a message is about; stories end after a day, and so may their picture. */
export function StoryPreview({ story, isMention }: StoryPreviewProps) {
  const { t } = useTranslation('inbox');
  return (
    <div className="border-l-2 border-current/30 pl-2.5">
      <MessageMedia
        file={story}
        label={isMention ? t('story.theirs') : t('story.yours')}
        goneText={t('gone.story')}
        className="h-40 w-auto"
      />
    </div>
  );
}
