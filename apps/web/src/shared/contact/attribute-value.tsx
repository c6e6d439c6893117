import { Input } from '@instaflow/ui';
import { useState } from 'react';
import { parseAttribute } from './parse-attribute';

export type AttributeValueProps = {
  name: string;
  value: unknown;
  isReadOnly: boolean;
  onChange: (value: string | number | boolean) => void;
};

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** One value; saved when the field is left or Enter is pressed. Lists and objects are shown, not edited. */
export function AttributeValue({ name, value, isReadOnly, onChange }: AttributeValueProps) {
  const [text, setText] = useState(() => show(value));
  const isNested = typeof value === 'object' && value !== null;
  const save = () => {
    if (text !== show(value)) onChange(parseAttribute(text, value));
  };
  return (
    <Input
      aria-label={name}
      className="h-7"
      value={text}
      readOnly={isReadOnly || isNested}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setText(show(value));
      }}
    />
  );
}
