const plain = ['next', 'else', 'timeout', 'outside_window', 'error'] as const;
const valued = ['button_payload', 'branch', 'follower', 'keyword', 'attribute_equals'] as const;

export type BranchName =
  (typeof plain)[number] | (typeof valued)[number] | 'input_valid_true' | 'input_valid_false' | 'other';

/** The connection a step was left by, from the key the trace stores: `next`, `branch:b2`, `keyword:exact:price`. */
export function parseBranch(key: string): { name: BranchName; value: string } {
  const name = plain.find((known) => known === key);
  if (name !== undefined) return { name, value: '' };
  const colon = key.indexOf(':');
  const type = key.slice(0, Math.max(0, colon));
  const value = key.slice(colon + 1);
  if (type === 'input_valid') {
    return { name: value === 'true' ? 'input_valid_true' : 'input_valid_false', value: '' };
  }
  const known = valued.find((candidate) => candidate === type);
  if (known === undefined) return { name: 'other', value: key };
  return { name: known, value: known === 'keyword' ? value.slice(value.indexOf(':') + 1) : value };
}
