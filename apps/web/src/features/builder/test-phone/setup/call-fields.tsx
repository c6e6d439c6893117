import { isKind, type FlowNode } from '@instaflow/flow-model';
import { Field, Select, Textarea } from '@instaflow/ui';
import { useMemo } from 'react';
import { useBuilder } from '../../state/builder-context';
import { nameKind } from '../../texts/name-kind';
import { useTexts } from '../../texts/use-texts';
import type { CallOutcome } from '../state/phone-settings';
import { usePhone, usePhoneStore } from '../state/use-phone';
import { readBody } from '../world/build-world';

const outcomes: readonly CallOutcome[] = ['answered', 'http_500', 'timeout'];

/** What calls of other programs are answered. Nothing is really called. */
export function CallFields() {
  const t = useTexts();
  const nodes = useBuilder((state) => state.definition.nodes);
  const calls = useMemo(() => nodes.filter((node) => isKind(node, 'external_api_call')), [nodes]);
  if (calls.length === 0) return <p className="text-sm text-ink-muted">{t('phone.setup.noCalls')}</p>;
  return calls.map((node) => <CallField key={node.id} node={node} />);
}

function CallField({ node }: { node: FlowNode }) {
  const t = useTexts();
  const phone = usePhoneStore();
  const calls = usePhone((state) => state.settings.calls);
  const { outcome, body } = calls[node.id] ?? { outcome: 'answered' as const, body: '' };
  const name = node.name || nameKind(t, node.type);
  const change = (part: { outcome?: CallOutcome; body?: string }) => {
    phone.getState().change({ calls: { ...calls, [node.id]: { outcome, body, ...part } } });
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Field label={name}>
        <Select
          value={outcome}
          options={outcomes.map((value) => ({ value, label: t(`phone.setup.call.${value}`) }))}
          onChange={(next) => {
            change({ outcome: next });
          }}
        />
      </Field>
      {outcome === 'answered' && (
        <Field
          label={t('phone.setup.body', { name })}
          isLabelHidden
          error={readBody(body) === null ? t('phone.setup.notJson') : null}
        >
          <Textarea
            rows={2}
            className="font-mono text-sm"
            placeholder={t('phone.setup.bodyExample')}
            value={body}
            onChange={(event) => {
              change({ body: event.target.value });
            }}
          />
        </Field>
      )}
    </div>
  );
}
