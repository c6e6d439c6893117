import { instagramLimits, type NodeOf } from '@instaflow/flow-model';
import { Button, IconButton } from '@instaflow/ui';
import { Plus, X } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';
import { TextInput } from '../fields/text-input';
import { useStepEdit } from '../use-step-edit';

type Card = NonNullable<NodeOf<'carousel'>['elements']>[number];

/** The cards one swipes through. */
export function CarouselForm({ node }: { node: NodeOf<'carousel'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  const elements = node.elements ?? [];
  return (
    <>
      {elements.map((card, index) => (
        <CardFields
          key={index}
          nodeId={node.id}
          card={card}
          index={index}
          onChange={(next, field) => {
            edit({ elements: elements.with(index, next) }, field);
          }}
          onRemove={() => {
            edit({ elements: elements.toSpliced(index, 1) });
          }}
        />
      ))}
      <Button
        size="sm"
        className="self-start"
        disabled={elements.length >= instagramLimits.carouselElements}
        onClick={() => {
          edit({
            elements: [...elements, { title: '', subtitle: null, imageUrl: null, url: null, buttons: [] }],
          });
        }}
      >
        <Plus aria-hidden="true" />
        {t('fields.addCard')}
      </Button>
    </>
  );
}

function CardFields({
  nodeId,
  card,
  index,
  onChange,
  onRemove,
}: {
  nodeId: string;
  card: Card;
  index: number;
  onChange: (card: Card, field: string) => void;
  onRemove: () => void;
}) {
  const t = useTexts();
  const number = index + 1;
  const path = `elements.${String(index)}`;
  const limit = instagramLimits.cardTextLength;
  const fieldOf = (field: 'title' | 'subtitle' | 'imageUrl') => ({
    nodeId,
    path: `${path}.${field}`,
    value: card[field] ?? '',
    onChange: (value: string) => {
      onChange({ ...card, [field]: field === 'title' ? value : value || null }, `${path}.${field}`);
    },
  });
  return (
    <section data-field-path={path} className="flex flex-col gap-3 rounded-md border border-line p-3">
      <header className="flex items-center justify-between">
        <h4 className="text-sm font-medium">{t('fields.card', { number })}</h4>
        <IconButton
          size="sm"
          hasTooltip={false}
          label={t('fields.removeCard', { number })}
          onClick={onRemove}
        >
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <TextInput label={t('fields.cardTitle', { number })} limit={limit} {...fieldOf('title')} />
      <TextInput label={t('fields.cardSubtitle', { number })} limit={limit} {...fieldOf('subtitle')} />
      <TextInput label={t('fields.cardImage', { number })} type="url" {...fieldOf('imageUrl')} />
    </section>
  );
}
