import { useState, type FormEvent } from 'react';
import { useResource } from '../data/use-resource';
import type { KnownErrors } from '../data/types';

type Props = { onAdd: (fault: object) => void };

const kinds = [
  'error',
  'throttle',
  'delay',
  'hang',
  'wrong_json',
  'lose_webhook',
  'delay_webhook',
  'wrong_signature',
];

/** Any rule that has no button of its own. */
export function CustomFaultForm({ onAdd }: Props) {
  const errors = useResource<KnownErrors>('/errors', () => false);
  const [kind, setKind] = useState('error');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onAdd(readFault(new FormData(event.currentTarget)));
  };
  return (
    <details>
      <summary>Any other fault</summary>
      <form onSubmit={submit}>
        <label className="field">
          What happens
          <select name="kind" value={kind} onChange={(event) => setKind(event.target.value)}>
            {kinds.map((name) => (
              <option key={name} value={name}>
                {name.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </label>
        {kind === 'error' && (
          <label className="field">
            Error
            <select name="error">
              {errors.value?.errors.map(({ name, code, subcode }) => (
                <option key={name} value={name}>
                  {subcode === undefined ? code : `${code}/${subcode}`} {name.replaceAll('_', ' ')}
                </option>
              ))}
            </select>
          </label>
        )}
        {kind.startsWith('delay') && (
          <Field name="delayMs" label="Delay in ms" type="number" initial="3000" />
        )}
        <Field name="path" label="Part of the path, or webhook field" initial="" />
        <Field name="times" label="How often (empty: until removed)" type="number" initial="1" />
        <Field name="probability" label="Chance from 0 to 1 (empty: always)" initial="" />
        <button type="submit">Add the fault</button>
      </form>
    </details>
  );
}

type FieldProps = { name: string; label: string; type?: string; initial: string };

function Field({ name, label, type = 'text', initial }: FieldProps) {
  return (
    <label className="field">
      {label}
      <input name={name} type={type} defaultValue={initial} autoComplete="off" />
    </label>
  );
}

const numbers = ['delayMs', 'times', 'probability'];

function readFault(data: FormData): object {
  const fault: Record<string, unknown> = {};
  for (const [name, value] of data) {
    if (typeof value !== 'string' || value === '') continue;
    if (name === 'path') fault['match'] = { path: value };
    else fault[name] = numbers.includes(name) ? Number(value) : value;
  }
  return fault;
}
