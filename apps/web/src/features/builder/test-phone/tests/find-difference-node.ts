import { listMessages, type FlowTestDifference, type FlowTestResult } from '@instaflow/flow-engine';

/** The step of the flow a difference leads to: the one that said the message, else the last one that did anything by then. */
export function findDifferenceNode(
  { turns, lines }: Pick<FlowTestResult, 'turns' | 'lines'>,
  { step, what }: Pick<FlowTestDifference, 'step' | 'what'>,
  flowId: string,
): string | null {
  const steps = turns
    .filter(({ move }) => move <= step)
    .flatMap((turn) => turn.steps)
    .filter((done) => done.flowId === flowId);
  const number = /^message (\d+)/.exec(what)?.[1];
  const said = listMessages(lines.filter(({ move }) => move === step))[Number(number) - 1]?.nodeId;
  if (said && steps.some(({ nodeId }) => nodeId === said)) return said;
  return steps.at(-1)?.nodeId ?? null;
}
