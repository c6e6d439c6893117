import { X } from 'lucide-react';
import { useState } from 'react';
import { control } from '../data/control';
import { useResource } from '../data/use-resource';
import type { Fault, Faults } from '../data/types';
import { IconButton } from '../parts/icon-button';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';
import { CustomFaultForm } from './custom-fault-form';
import { faultPresets } from './fault-presets';

const onWebhooks = [
  'duplicate_webhook',
  'reorder_webhook',
  'lose_webhook',
  'wrong_signature',
  'lose_echo',
  'echo_before_answer',
];

export function FaultSection() {
  const faults = useResource<Faults>('/faults', (change) => change.kind === 'fault');
  const [isOnce, setOnce] = useState(true);
  const [isSendsOnly, setSendsOnly] = useState(true);
  const action = useAction();
  const add = (preset: (typeof faultPresets)[number]['fault']): void => {
    const match = isSendsOnly && !onWebhooks.includes(preset.kind) ? { path: '/messages' } : {};
    void action.run(() => control('POST', '/faults', { ...preset, match, ...(isOnce ? { times: 1 } : {}) }));
  };
  const active = faults.value?.faults ?? [];
  return (
    <section aria-labelledby="fault-title">
      <h3 id="fault-title">Faults</h3>
      <div className="check-row">
        <label className="check">
          <input type="checkbox" checked={isOnce} onChange={(event) => setOnce(event.target.checked)} />
          Next time only
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={isSendsOnly}
            onChange={(event) => setSendsOnly(event.target.checked)}
          />
          Sends only
        </label>
      </div>
      <div className="button-row">
        {faultPresets.map(({ label, fault }) => (
          <button key={label} type="button" onClick={() => add(fault)}>
            {label}
          </button>
        ))}
      </div>
      <CustomFaultForm onAdd={(fault) => void action.run(() => control('POST', '/faults', fault))} />
      {action.error && <Notice message={action.error} />}
      <ul className="active-faults" aria-label="Active faults">
        {active.map((fault) => (
          <li key={fault.id}>
            <span>{describe(fault)}</span>
            <IconButton
              label={`Switch off: ${describe(fault)}`}
              onClick={() => void action.run(() => control('DELETE', `/faults/${fault.id}`))}
            >
              <X size={14} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      {active.length === 0 && <p className="quiet">Everything works.</p>}
    </section>
  );
}

function describe(fault: Fault): string {
  const details = [
    fault.error?.replaceAll('_', ' '),
    fault.httpStatus,
    fault.code,
    fault.match.path,
    fault.times ? `${fault.times - fault.hits}×` : 'always',
  ];
  return `${fault.kind.replaceAll('_', ' ')} (${details.filter((detail) => detail !== undefined).join(', ')})`;
}
