import { Button, Field, Input, Select, TagChip } from '@instaflow/ui';
import { useState, type SubmitEvent } from 'react';
import { useTexts } from '../../texts/use-texts';
import { usePhone } from '../state/use-phone';
import { usePhoneWorld } from '../world/phone-world';

/** What the account knows of the person: whether they follow, tags, attributes. Each change is a step of the talk. */
export function KnownValues() {
  return (
    <>
      <FollowerSelect />
      <Tags />
      <Attributes />
    </>
  );
}

const followerValues = ['yes', 'no', 'unknown'] as const;

function FollowerSelect() {
  const t = useTexts();
  const { play } = usePhoneWorld();
  const isFollower = usePhone(({ talk }) => talk.contact.isFollower);
  return (
    <Field label={t('phone.setup.follows')}>
      <Select
        value={isFollower === null ? 'unknown' : isFollower ? 'yes' : 'no'}
        options={followerValues.map((value) => ({ value, label: t(`phone.setup.follower.${value}`) }))}
        onChange={(value) => {
          play({ kind: 'person', isFollower: value === 'unknown' ? null : value === 'yes' });
        }}
      />
    </Field>
  );
}

function Tags() {
  const t = useTexts();
  const { play } = usePhoneWorld();
  const tags = usePhone(({ talk }) => talk.contact.tags);
  const [text, setText] = useState('');
  const tag = text.trim();
  return (
    <form
      className="flex flex-col gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (tag === '' || tags.includes(tag)) return;
        play({ kind: 'person', tags: [...tags, tag] });
        setText('');
      }}
    >
      <AddRow label={t('phone.setup.tags')} text={text} maxLength={100} onText={setText} />
      {tags.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {tags.map((name) => (
            <li key={name} className="max-w-full">
              <TagChip
                removeLabel={t('fields.remove', { name })}
                onRemove={() => {
                  play({ kind: 'person', tags: tags.filter((other) => other !== name) });
                }}
              >
                {name}
              </TagChip>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

function AddRow({
  label,
  text,
  maxLength,
  onText,
}: {
  label: string;
  text: string;
  maxLength: number;
  onText: (text: string) => void;
}) {
  const t = useTexts();
  return (
    <div className="flex items-end gap-1.5">
      <Field label={label} className="flex-1">
        <Input
          value={text}
          maxLength={maxLength}
          onChange={(event) => {
            onText(event.target.value);
          }}
        />
      </Field>
      <Button type="submit" disabled={text.trim() === ''}>
        {t('phone.setup.add')}
      </Button>
    </div>
  );
}

function Attributes() {
  const t = useTexts();
  const { play } = usePhoneWorld();
  const values = usePhone(({ talk }) => talk.contact.customAttributes);
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    play({ kind: 'person', customAttributes: { [name.trim()]: value } });
    setName('');
    setValue('');
  };
  return (
    <form className="flex flex-col gap-1.5" onSubmit={submit}>
      <p className="text-sm font-medium">{t('phone.setup.attributes')}</p>
      {Object.entries(values).map(([known, content]) => (
        <TagChip
          key={known}
          removeLabel={t('fields.remove', { name: known })}
          onRemove={() => {
            play({ kind: 'person', customAttributes: { [known]: null } });
          }}
        >
          {known}: {typeof content === 'string' ? content : JSON.stringify(content)}
        </TagChip>
      ))}
      <div className="flex items-end gap-1.5">
        <Input
          aria-label={t('phone.setup.attributeName')}
          placeholder={t('phone.setup.attributeName')}
          value={name}
          maxLength={100}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <Input
          aria-label={t('phone.setup.attributeValue')}
          placeholder={t('phone.setup.attributeValue')}
          value={value}
          maxLength={1000}
          onChange={(event) => {
            setValue(event.target.value);
          }}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {t('phone.setup.add')}
        </Button>
      </div>
    </form>
  );
}
