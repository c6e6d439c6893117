import type { Flow, PublishPreview } from '@instaflow/contracts';
import { ChangeSection } from './change-section';
import { PublishSection } from './publish-section';
import { usePublishTexts } from './publish-texts';
import { TestSection } from './test-section';

export type PreviewSectionsProps = {
  preview: PublishPreview;
  flow: Flow;
  isIgnored: boolean;
  onIgnore: (isIgnored: boolean) => void;
};

/** How the saved conversations went, and what changes. */
export function PreviewSections({ preview, flow, isIgnored, onIgnore }: PreviewSectionsProps) {
  const t = usePublishTexts();
  return (
    <>
      <PublishSection title={t('tests.title')}>
        <TestSection tests={preview.tests} isIgnored={isIgnored} onIgnore={onIgnore} />
      </PublishSection>
      <PublishSection title={t('changes.title')}>
        <ChangeSection diff={preview.diff} liveVersion={flow.publishedVersion} />
      </PublishSection>
    </>
  );
}
