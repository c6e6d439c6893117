import { applyOperations, flow, message, quickReply, start, validateFlow, wait } from '@instaflow/flow-model';
import { repairAll } from './repair-all';

describe('repairing all problems', () => {
  it('finds edits that leave nothing to be repaired by itself', () => {
    const definition = flow(
      start({ id: 's' }),
      message('Hi', {
        id: 'm',
        buttons: [quickReply('A title that is far too long for a reply', 'A'), quickReply('', 'B')],
      }),
      wait('0s', { id: 'w', end: true }),
    );
    const before = validateFlow(definition);
    const { operations, count } = repairAll(definition, validateFlow);
    const applied = applyOperations(definition, operations);
    const after = applied.ok ? validateFlow(applied.definition) : before;
    expect(count).toBeGreaterThan(0);
    expect(after.length).toBeLessThan(before.length);
    expect(after.length).toBeLessThanOrEqual(before.length - count);
  });

  it('deletes no step', () => {
    const lost = message('Written down for later', { id: 'lost', end: true });
    const definition = flow(start({ id: 's' }), message('Hi', { id: 'm', end: true }), lost);
    expect(validateFlow(definition).some(({ fix }) => fix?.operations[0]?.op === 'remove_node')).toBe(true);
    const { operations } = repairAll(definition, validateFlow);
    expect(operations.map(({ op }) => op)).not.toContain('remove_node');
  });

  it('has nothing to do where nothing is wrong or nothing helps', () => {
    const definition = flow(start({ id: 's' }), message('Hi', { id: 'm', end: true }));
    expect(repairAll(definition, () => [])).toEqual({ operations: [], count: 0 });
  });
});
