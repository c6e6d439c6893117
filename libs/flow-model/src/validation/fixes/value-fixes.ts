import { callLimits } from '../../calls/call-limits';
import { isKind } from '../../flow-definition';
import { isBlank } from '../check-text';
import { maxWaitSeconds } from '../max-wait';
import { cutAtWord } from './button-fixes';
import { fixBy, type MakeFix } from './fix-input';
import { readPath, setPath } from '../../operations/node-paths';
import type { JsonValue } from '../../json-value';

function setting(key: string, label: string, value: JsonValue | undefined): MakeFix {
  return ({ node, problem }) => fixBy(key, label, setPath(node, problem.path, value));
}

export const waitAnHour: MakeFix = ({ node }) =>
  fixBy('wait_an_hour', 'Wait an hour', {
    op: 'update_node',
    nodeId: node.id,
    set: { durationSeconds: 3600 },
    unset: ['until'],
  });
export const waitAYear = setting('longest', 'Take the longest there is', maxWaitSeconds);
export const noTimeout = setting('no_timeout', 'Take the usual time-out', undefined);
export const noMedia: MakeFix = ({ node }) => {
  return fixBy('no_media', 'Send the text alone', setPath(node, 'content.mediaType', null));
};
export const usePost: MakeFix = ({ node }) => fixBy('use_post', 'Use POST', setPath(node, 'method', 'POST'));
export const usualCallTimeout = setting('usual_timeout', 'Take 10 seconds', callLimits.defaultTimeoutMs);
/** Names of headers may hold dots, so the path is taken whole. */
export const removeHeader: MakeFix = ({ node, problem }) => {
  const headers = readPath(node, 'headers');
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return null;
  const { [problem.path.replace(/^headers\./, '')]: _gone, ...rest } = headers;
  return fixBy('remove_header', 'Remove this header', setPath(node, 'headers', rest));
};

/** The nearest number of retries that is allowed. */
export const allowedRetries: MakeFix = ({ node, problem }) => {
  const most = isKind(node, 'external_api_call') ? callLimits.maxRetries : 10;
  const value = readPath(node, problem.path);
  const wanted = typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : 0;
  const retries = Math.min(most, Math.max(0, wanted));
  return fixBy('allowed_retries', `Retry ${retries} times`, setPath(node, problem.path, retries));
};

/** Puts the missing https:// in front of what looks like an address. */
export const completeUrl: MakeFix = ({ node, problem }) => {
  const url = readPath(node, problem.path);
  if (typeof url !== 'string') return null;
  const bare = url.trim().replace(/^\/\//, '');
  if (!/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}([/?#]\S*)?$/u.test(bare)) return null;
  return fixBy('complete_url', `Use https://${bare}`, setPath(node, problem.path, `https://${bare}`));
};

/** A weekly window by the usual hours, keeping what is right of it. */
export const usualWindow: MakeFix = ({ node, problem }) => {
  if (problem.path === 'until.weekdays') {
    return fixBy('every_day', 'Every day', setPath(node, problem.path, [1, 2, 3, 4, 5, 6, 7]));
  }
  const until = readPath(node, 'until');
  if (typeof until !== 'object' || until === null || Array.isArray(until)) return null;
  const window = { ...until, from: '09:00', to: '18:00' };
  return fixBy('usual_hours', 'From 09:00 to 18:00', setPath(node, 'until', window));
};

/** Weights that add up to 100 in the same proportions. */
export const balanceWeights: MakeFix = ({ node }) => {
  if (!isKind(node, 'randomizer') || !node.branches || node.branches.length < 2) return null;
  return fixBy(
    'balance_weights',
    'Make them add up to 100',
    setPath(node, 'branches', balance(node.branches)),
  );
};

type Branch = { id: string; label?: string | undefined; weight: number };

function balance(branches: readonly Branch[]): JsonValue {
  const weights = branches.map(({ weight }) => (Number.isFinite(weight) && weight > 0 ? weight : 0));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) =>
    Math.floor(sum > 0 && Number.isFinite(sum) ? (weight / sum) * 100 : 100 / weights.length),
  );
  const left = 100 - shares.reduce((total, share) => total + share, 0);
  return branches.map(({ id, label }, index) => ({
    id,
    ...(label === undefined ? {} : { label }),
    weight: (shares[index] ?? 0) + (index < left ? 1 : 0),
  }));
}

/** A second branch, half and half. */
export const addBranch: MakeFix = ({ node }) => {
  if (!isKind(node, 'randomizer')) return null;
  const [only] = node.branches ?? [];
  const first = { ...only, id: only?.id || 'a', weight: 50 };
  const second = { id: first.id === 'b' ? 'c' : 'b', label: 'B', weight: 50 };
  return fixBy(
    'add_branch',
    'Add a second branch',
    setPath(node, 'branches', [
      { id: first.id, weight: 50, ...(first.label === undefined ? {} : { label: first.label }) },
      second,
    ]),
  );
};

/** New ids for branches whose id another one has. */
export const separateBranches: MakeFix = ({ node }) => {
  const branches = readPath(node, 'branches');
  if (!Array.isArray(branches)) return null;
  const taken = new Set<string>();
  const made = branches.map((branch, index) => {
    if (typeof branch !== 'object' || branch === null || Array.isArray(branch)) return branch;
    let id = typeof branch['id'] === 'string' && branch['id'] !== '' ? branch['id'] : `branch_${index + 1}`;
    while (taken.has(id)) id = `${id}_2`;
    taken.add(id);
    return { ...branch, id };
  });
  return fixBy('separate_branches', 'Give each branch its own id', setPath(node, 'branches', made));
};

/** A name made of what is allowed in one. */
export const cleanAttribute: MakeFix = ({ node, problem }) => {
  const name = readPath(node, problem.path);
  if (typeof name !== 'string') return null;
  const prefix = name.startsWith('flow.') ? 'flow.' : '';
  const bare = name.replace(/^flow\./, '').replaceAll(/[^\p{L}\p{N}_ -]+/gu, '_');
  const begun = /^[\p{L}_]/u.test(bare) ? bare : `_${bare}`;
  const made = `${prefix}${[...begun].slice(0, 64).join('')}`;
  if (/^(flow\.)?(__proto__|constructor|prototype)$/.test(made) || made === name) return null;
  return fixBy('clean_name', `Call it “${made}”`, setPath(node, problem.path, made));
};

/** Cuts a text to the 80 characters of a card. */
export const shortenCard: MakeFix = ({ node, problem }) => {
  const text = readPath(node, problem.path);
  if (typeof text !== 'string' || text.includes('{')) return null;
  return fixBy('shorten', 'Shorten to 80 characters', setPath(node, problem.path, cutAtWord(text, 80)));
};

/** The step's name is the best guess for its goal. */
export const nameGoal: MakeFix = ({ node }) =>
  fixBy('name_goal', 'Name it', setPath(node, 'goal', isBlank(node.name) ? 'Goal' : node.name.trim()));
