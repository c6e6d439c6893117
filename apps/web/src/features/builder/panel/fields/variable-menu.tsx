import { Button, Popover } from '@instaflow/ui';
import { Braces } from 'lucide-react';
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { SearchList } from '../../search/search-list';
import { useBuilder } from '../../state/builder-context';
import { useTexts } from '../../texts/use-texts';
import { listAttributes } from '../list-attributes';

const known = [
  'contact.firstName',
  'contact.lastName',
  'contact.username',
  'message.text',
  'account.username',
] as const;

/** Chooses a variable: what is known of every contact, and what this flow itself remembers. */
export function VariableMenu({ onChoose }: { onChoose: (variable: string) => void }) {
  const t = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const attributes = useBuilder(useShallow(({ definition }) => listAttributes(definition)));
  const items = [
    ...known.map((id) => ({ id, label: t(`variables.${id}`), hint: `{{${id}}}` })),
    ...attributes.map((name) => ({
      id: `contact.${name}`,
      label: t('variables.attribute', { name }),
      hint: `{{contact.${name}}}`,
    })),
  ];
  return (
    <Popover
      label={t('fields.variables')}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="sm" variant="ghost" className="-ml-1.5">
          <Braces aria-hidden="true" />
          {t('fields.insertVariable')}
        </Button>
      }
    >
      <SearchList
        label={t('fields.searchVariables')}
        items={items}
        emptyText={t('palette.nothing')}
        className="max-h-72"
        onChoose={(variable) => {
          setIsOpen(false);
          onChoose(variable);
        }}
      />
    </Popover>
  );
}
