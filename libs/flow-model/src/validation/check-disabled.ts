import type { FlowDefinition } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { isDisabled } from '../kinds/is-disabled';
import { createReport } from './node-report';

/** Says once how many steps nobody gets anything of, so that none is published switched off by oversight. */
export function checkDisabled({ nodes }: FlowDefinition, problems: FlowProblem[]): void {
  const count = nodes.filter(isDisabled).length;
  if (count === 0) return;
  const steps =
    count === 1
      ? '1 step is switched off: people walk past it'
      : `${count} steps are switched off: people walk past them`;
  createReport(problems, null).warn('steps_disabled', 'nodes', `${steps}.`);
}
