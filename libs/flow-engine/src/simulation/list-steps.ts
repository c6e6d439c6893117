import type { JsonValue } from '@instaflow/flow-model';
import type { ContactSnapshot } from '../contact-snapshot';
import type { Effect } from '../effect';
import type { RunState } from '../run-state';
import type { TraceStep } from '../trace-step';
import type { TurnDecision } from '../turn';
import type { TalkStep, ValueChange } from './talk';

type Turn = Extract<TurnDecision, { kind: 'turn' }>;
type Known = { contact: ContactSnapshot; context: RunState['context'] };

/** The steps of a turn with the values that each of them changed. */
export function listSteps({ trace, effects, run }: Pick<Turn, 'trace' | 'effects' | 'run'>, known: Known) {
  const ofFlow = listFlowChanges(known.context, run?.context ?? known.context);
  const isNew = Object.keys(known.context).length === 0;
  const owners = ofFlow.map(({ name }) => findOwner(trace, name) ?? (isNew ? 0 : trace.length - 1));
  let { contact } = known;
  return trace.map((step, index): TalkStep => {
    const changes: ValueChange[] = ofFlow.filter((_, at) => owners[at] === index);
    for (const effect of effects.filter(({ key }) => step.effectKeys.includes(key))) {
      const next = applyTo(contact, effect);
      changes.push(...compare(contact, next));
      contact = next;
    }
    return { ...step, changes };
  });
}

/**
 * Values of the run bring no effect along: they belong to the last step that names them. What no step names a run
 * begins with, or it is of its last step.
 */
function findOwner(trace: readonly TraceStep[], name: string): number | null {
  const named = trace.findLastIndex(({ detail }) => JSON.stringify(detail).includes(JSON.stringify(name)));
  return named === -1 ? null : named;
}

function listFlowChanges(before: RunState['context'], after: RunState['context']): ValueChange[] {
  return diff(before, after).map((change) => ({ ...change, name: `flow.${change.name}` }));
}

function applyTo(contact: ContactSnapshot, effect: Effect): ContactSnapshot {
  switch (effect.kind) {
    case 'add_tags':
      return { ...contact, tags: [...new Set([...contact.tags, ...effect.tags])] };
    case 'remove_tags':
      return { ...contact, tags: contact.tags.filter((tag) => !effect.tags.includes(tag)) };
    case 'set_attribute': {
      const { [effect.attribute]: _before, ...others } = contact.customAttributes;
      const { attribute, value } = effect;
      return { ...contact, customAttributes: value === null ? others : { ...others, [attribute]: value } };
    }
    default:
      return contact;
  }
}

function compare(before: ContactSnapshot, after: ContactSnapshot): ValueChange[] {
  const values = diff(before.customAttributes, after.customAttributes);
  const named = values.map((change) => ({ ...change, name: `contact.${change.name}` }));
  const isTagged = before.tags.join('\n') !== after.tags.join('\n');
  return isTagged ? [{ name: 'contact.tags', before: before.tags, after: after.tags }, ...named] : named;
}

function diff(before: Record<string, JsonValue>, after: Record<string, JsonValue>): ValueChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [was, is] = [valueOf(before, name), valueOf(after, name)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ name, before: was, after: is }];
  });
}

function valueOf(values: Record<string, JsonValue>, name: string): JsonValue {
  return Object.hasOwn(values, name) ? (values[name] ?? null) : null;
}
