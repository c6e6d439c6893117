import { maxWaitSeconds, weeklyWindowSchema, type NodeOf } from '@instaflow/flow-model';
import type { StepContext } from '../run/step';
import { findNextOpening } from '../schedule/weekly-windows';
import { parseMoment, zoneOfContact } from '../schedule/zone';
import { readField } from '../text/read-field';
import { withFilledTemplates, type Fill } from './fill';
import { forKind } from './for-kind';

/** A date may lie ten times as far away as a duration may last. */
const dateFactor = 10;

type WaitContext = Omit<StepContext, 'node'> & { node: NodeOf<'wait'> };

export const executeWait = forKind('wait', (context) => {
  if (context.input.kind === 'timer') return { outcome: 'advanced', signal: { kind: 'next' } };
  return withFilledTemplates(context, (fill) => {
    const until = findEnd(context, fill);
    if (until === null) return { outcome: 'advanced', signal: { kind: 'next' }, reason: 'wait_without_time' };
    const latest = context.now + maxWaitSeconds * 1000 * (context.node.until ? dateFactor : 1);
    if (until <= context.now)
      return { outcome: 'advanced', signal: { kind: 'next' }, reason: 'already_past' };
    return { outcome: 'waiting', waitingFor: { kind: 'timer', until: Math.min(until, latest) } };
  });
});

function findEnd({ node, now, contact, account, scope }: WaitContext, fill: Fill): number | null {
  const { durationSeconds, until } = node;
  if (!until) {
    const isUsable = typeof durationSeconds === 'number' && Number.isFinite(durationSeconds);
    return isUsable ? Math.round(now + durationSeconds * 1000) : null;
  }
  const zone = node.timezone === 'contact' ? zoneOfContact({ contact, account }) : account.settings.timezone;
  if (until.date) return parseMoment(fill(until.date), zone);
  if (until.attribute) {
    const value = readField(scope, until.attribute);
    if (typeof value === 'number') return value;
    return typeof value === 'string' ? parseMoment(value, zone) : null;
  }
  const window = weeklyWindowSchema.safeParse(until);
  return window.success ? findNextOpening(now, window.data, zone) : null;
}
