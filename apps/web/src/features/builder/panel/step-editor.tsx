import { isDisabled, isNodeKind, type FlowNode } from '@instaflow/flow-model';
import { Notice } from '@instaflow/ui';
import { useEffect, useRef } from 'react';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { focusField } from './focus-field';
import { formsByKind } from './forms/forms-by-kind';
import { OutcomeList } from './outcome-list';
import { StepProblems } from './step-problems';

/** Everything about one step that can be edited. */
export function StepEditor({ node }: { node: FlowNode }) {
  const t = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const store = useBuilderStore();
  const wantedPath = useBuilder(({ focusFieldPath }) => focusFieldPath);
  const Form = isNodeKind(node.type) ? formsByKind[node.type] : null;

  useEffect(() => {
    if (wantedPath === null) return;
    const frame = requestAnimationFrame(() => {
      if (box.current) focusField(box.current, wantedPath);
      store.getState().settle('focusFieldPath');
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [wantedPath, store]);

  return (
    <div ref={box} className="flex flex-col gap-4">
      <StepProblems nodeId={node.id} />
      {isDisabled(node) && <Notice>{t('panel.off')}</Notice>}
      {Form ? <Form node={node} /> : <Notice tone="warning">{t('panel.unknown')}</Notice>}
      <OutcomeList node={node} />
    </div>
  );
}
