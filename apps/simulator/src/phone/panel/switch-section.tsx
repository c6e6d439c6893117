import { control } from '../data/control';
import { useResource } from '../data/use-resource';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';

type SwitchValue = boolean | number | string;
type Switches = Record<string, SwitchValue>;

/** What Meta leaves open; each can be set the other way while a program runs. */
export function SwitchSection() {
  const switches = useResource<Switches>('/switches', ({ kind }) => kind === 'switches');
  const action = useAction();
  const set = (name: string, value: SwitchValue): void =>
    void action.run(() => control('PATCH', '/switches', { [name]: value }));
  return (
    <section aria-labelledby="switch-title">
      <h3 id="switch-title">Switches</h3>
      <details>
        <summary>Where Meta is not clear</summary>
        <ul className="switches">
          {Object.entries(switches.value ?? {}).map(([name, value]) => (
            // Mounted anew with another value, so that a refused entry falls back to what is in force.
            <li key={`${name}/${String(value)}`}>
              <Switch name={name} value={value} onSet={set} />
            </li>
          ))}
        </ul>
      </details>
      {action.error && <Notice message={action.error} />}
    </section>
  );
}

type Props = { name: string; value: SwitchValue; onSet: (name: string, value: SwitchValue) => void };

function Switch({ name, value, onSet }: Props) {
  const label = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  if (typeof value === 'boolean') {
    return (
      <label className="check">
        <input type="checkbox" checked={value} onChange={(event) => onSet(name, event.target.checked)} />
        {label}
      </label>
    );
  }
  const commit = (text: string): void => {
    if (text !== String(value)) onSet(name, typeof value === 'number' ? Number(text) : text);
  };
  return (
    <label className="field">
      {label}
      <input
        defaultValue={value}
        inputMode={typeof value === 'number' ? 'numeric' : 'text'}
        autoComplete="off"
        onBlur={(event) => commit(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && commit(event.currentTarget.value)}
      />
    </label>
  );
}
