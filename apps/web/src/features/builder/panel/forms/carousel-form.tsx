import { instagramLimits, type NodeOf } from '@instaflow/flow-model';
import { Button, IconButton } from '@instaflow/ui';
import { Plus, X } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';
import { TextInput } from '../fields/text-input';
import { useStepEdit } from '../use-step-edit';

/** The cards one swipes through. */
export function CarouselForm({ node }: { node: NodeOf<'carousel'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  const elements = node.elements ?? [];
  const setField = (index: number, fields: Record<string, unknown>, field: string) => {
    const element = elements[index];
    if (element) edit({ elements: elements.with(index, { ...element, ...fields }) }, `elements.${String(index)}.${field}`);
  };
  return (
    <>
      {elements.map((element, index) => {
        const path = `elements.${String(index)}`;
        const number = index + 1;
        return (
          <section key={index} data-field-path={path} className="flex flex-col gap-3 rounded-md border border-line p-3">
            <header className="flex items-center justify-between">
              <h4 className="text-sm font-medium">{t('fields.card', { number })}</h4>
              <IconButton
                size="sm"
                hasTooltip={false}
                label={t('fields.removeCard', { number })}
                onClick={() => {
                  edit({ elements: elements.toSpliced(index, 1) });
                }}
              >
                <X aria-hidden="true" />
              </IconButton>
            </header>
            <TextInput
              nodeId={node.id}
              path={`${path}.title`}
              label={t('fields.cardTitle', { number })}
              limit={instagramLimits.cardTextLength}
              value={element.title}
              onChange={(title) => {
                setField(index, { title }, 'title');
              }}
            />
            <TextInput
              nodeId={node.id}
              path={`${path}.subtitle`}
              label={t('fields.cardSubtitle', { number })}
              limit={instagramLimits.cardTextLength}
              value={element.subtitle ?? ''}
              onChange={(subtitle) => {
                setField(index, { subtitle: subtitle || null }, 'subtitle');
              }}
            />
            <TextInput
              type="url"
              nodeId={node.id}
              path={`${path}.imageUrl`}
              label={t('fields.cardImage', { number })}
              value={element.imageUrl ?? ''}
              onChange={(imageUrl) => {
                setField(index, { imageUrl: imageUrl || null }, 'imageUrl');
              }}
            />
          </section>
        );
      })}
      <Button
        size="sm"
        className="self-start"
        disabled={elements.length >= instagramLimits.carouselElements}
        onClick={() => {
          edit({ elements: [...elements, { title: '', subtitle: null, imageUrl: null, url: null, buttons: [] }] });
        }}
      >
        <Plus aria-hidden="true" />
        {t('fields.addCard')}
      </Button>
    </>
  );
}
