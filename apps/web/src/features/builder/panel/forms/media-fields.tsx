import { instagramLimits, type NodeOf } from '@instaflow/flow-model';
import { Button, Select } from '@instaflow/ui';
import { Plus } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';
import { ListRowActions } from '../fields/list-row-actions';
import { MediaInput } from '../fields/media-input';
import { StepField } from '../fields/step-field';
import { moveEntry } from '../move-entry';

const mediaTypes = ['image', 'video', 'audio', 'file'] as const;

export type MediaFieldsProps = {
  node: NodeOf<'message'>;
  onChange: (fields: Record<string, unknown>, field?: string) => void;
};

/** The file of a message, and further pictures beside a picture. */
export function MediaFields({ node, onChange }: MediaFieldsProps) {
  const t = useTexts();
  const { mediaUrl, mediaType, imageUrls } = node.content ?? {};
  const isPicture = Boolean(mediaUrl) && (mediaType ?? 'image') === 'image';
  const more = imageUrls ?? [];
  return (
    <>
      <MediaInput
        nodeId={node.id}
        path="content.mediaUrl"
        label={t('fields.mediaUrl')}
        hint={t('fields.mediaHint')}
        value={mediaUrl ?? ''}
        onChange={(url, type) => {
          onChange(
            { mediaUrl: url || null, mediaType: url ? (type ?? mediaType ?? 'image') : null },
            'mediaUrl',
          );
        }}
      />
      {mediaUrl && (
        <StepField nodeId={node.id} path="content.mediaType" label={t('fields.mediaType')}>
          <Select
            value={mediaType ?? 'image'}
            options={mediaTypes.map((value) => ({ value, label: t(`card.media_${value}`) }))}
            onChange={(next) => {
              onChange({ mediaType: next });
            }}
          />
        </StepField>
      )}
      {(isPicture || more.length > 0) && <MorePictures node={node} pictures={more} onChange={onChange} />}
    </>
  );
}

function MorePictures({ node, pictures, onChange }: MediaFieldsProps & { pictures: readonly string[] }) {
  const t = useTexts();
  const setPictures = (imageUrls: readonly string[], field?: string) => {
    onChange({ imageUrls }, field);
  };
  return (
    <fieldset data-field-path="content.imageUrls" className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t('fields.morePictures')}</legend>
      {pictures.map((url, index) => {
        const name = t('fields.picture', { number: index + 2 });
        return (
          <div key={index} className="flex items-start gap-1">
            <div className="min-w-0 flex-1">
              <MediaInput
                isLabelHidden
                isPicture
                nodeId={node.id}
                path={`content.imageUrls.${String(index)}`}
                label={name}
                value={url}
                onChange={(next) => {
                  setPictures(pictures.with(index, next), `imageUrls.${String(index)}`);
                }}
              />
            </div>
            <ListRowActions
              name={name}
              index={index}
              count={pictures.length}
              onMove={(to) => {
                setPictures(moveEntry(pictures, index, to));
              }}
              onRemove={() => {
                setPictures(pictures.toSpliced(index, 1));
              }}
            />
          </div>
        );
      })}
      {pictures.length + 1 < instagramLimits.images && (
        <Button
          size="sm"
          className="self-start"
          onClick={() => {
            setPictures([...pictures, '']);
          }}
        >
          <Plus aria-hidden="true" />
          {t('fields.addPicture')}
        </Button>
      )}
    </fieldset>
  );
}
