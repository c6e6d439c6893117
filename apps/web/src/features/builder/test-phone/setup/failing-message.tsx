import { isKind } from '@instaflow/flow-model';
import { Field, Select } from '@instaflow/ui';
import { useMemo } from 'react';
import { useBuilder } from '../../state/builder-context';
import { nameKind } from '../../texts/name-kind';
import { useTexts } from '../../texts/use-texts';
import { usePhone, usePhoneStore } from '../state/use-phone';

const none = '(none)';

/** A message that Instagram refuses, to see what the flow does then. */
export function FailingMessage() {
  const t = useTexts();
  const phone = usePhoneStore();
  const failingNodeId = usePhone((state) => state.settings.failingNodeId);
  const nodes = useBuilder((state) => state.definition.nodes);
  const sending = useMemo(
    () =>
      nodes.filter(
        (node) => isKind(node, 'message') || isKind(node, 'carousel') || isKind(node, 'get_input'),
      ),
    [nodes],
  );
  return (
    <Field label={t('phone.setup.failing')}>
      <Select
        value={failingNodeId ?? none}
        options={[
          { value: none, label: t('phone.setup.noneFails') },
          ...sending.map(({ id, name, type }) => ({ value: id, label: name || nameKind(t, type) })),
        ]}
        onChange={(nodeId) => {
          phone.getState().change({ failingNodeId: nodeId === none ? null : nodeId });
        }}
      />
    </Field>
  );
}
