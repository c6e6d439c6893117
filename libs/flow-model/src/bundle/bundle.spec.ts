import {
  apiCall,
  businessHours,
  condition,
  flow,
  getInput,
  goToFlow,
  message,
  on,
  onAttribute,
  onBranch,
  onInput,
  onNext,
  start,
  tagContact,
} from '../builders';
import { bundleFormat } from './flow-bundle';
import { describeRequirements } from './describe-requirements';
import { readFlowFile, type LoadedBundle } from './read-flow-file';
import { mapToNewIds, remapBundle } from './remap-bundle';
import { removeSecrets } from './secrets';

const toJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const file = {
  format: bundleFormat,
  version: 1,
  flows: [
    {
      id: 'main',
      name: 'Main',
      definition: toJson(
        flow(
          start(),
          businessHours({ to: [onBranch('open', 'c'), onNext('c')] }),
          condition(
            {
              all: [
                { field: 'contact.tags', op: 'has_tag', value: 'vip' },
                { field: 'contact.size', op: 'exists' },
              ],
            },
            { id: 'c', to: [onBranch('true', 'ask'), onAttribute('size', 'L', 'ask'), on('else', 'ask')] },
          ),
          getInput('Which {{contact.size | default: "size"}}, {{contact.attributes.city}}, {{flow.x}}?', {
            id: 'ask',
            saveToAttribute: 'size',
            to: [onInput(true, 'call'), onInput(false, 'call')],
          }),
          apiCall('https://Shop.example/api?x={{contact.size}}', {
            id: 'call',
            headers: { Authorization: 'Bearer abc', Accept: 'x' },
            saveResponse: [{ path: 'a', attribute: 'price' }],
            to: [onNext('tag'), on('error', 'tag')],
          }),
          tagContact('vip', { id: 'tag' }),
          message('See', { id: 'pic', mediaUrl: 'https://x.test/a.png', to: [onNext('sub')] }),
          goToFlow('sub', { id: 'sub', to: [onNext('other')] }),
          goToFlow('elsewhere', { id: 'other' }),
        ),
      ),
      triggers: [
        { type: 'comment_keyword', keyword: 'price', postPermalink: 'https://www.instagram.com/p/AAA/' },
      ],
      tests: [
        {
          name: 't',
          flowId: 'sub',
          contact: { tags: ['vip'], customAttributes: { size: 'L' } },
          steps: [{ move: { kind: 'start' }, expect: { attributes: { size: 'L' } } }],
          expect: { tags: ['vip'] },
        },
      ],
    },
    { id: 'sub', name: 'Sub', definition: toJson(flow(start(), message('Hi'))) },
  ],
};

function load(value: unknown = file): LoadedBundle {
  const read = readFlowFile(value);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.bundle;
}
const nodeOf = (bundle: LoadedBundle, nodeId: string) =>
  bundle.flows[0]?.definition.nodes.find(({ id }) => id === nodeId);

describe('reading a file of flows', () => {
  it('takes a bundle, a flow of the API and a bare document', () => {
    expect(load().flows.map(({ id }) => id)).toEqual(['main', 'sub']);
    const definition = toJson(flow(start(), message('Hi')));
    expect(load({ flowId: 'f', name: 'F', flowDefinition: definition }).flows).toMatchObject([
      { id: 'f', name: 'F' },
    ]);
    expect(load(definition).flows).toMatchObject([{ id: 'flow', tests: [] }]);
  });

  it('says what is wrong with anything else', () => {
    const codes = (value: unknown) => {
      const read = readFlowFile(value);
      return read.ok
        ? []
        : read.problems.map(({ flowId, problem }) => `${flowId ?? '-'} ${problem.code} ${problem.path}`);
    };
    expect(codes([])).toEqual(['- not_an_object ']);
    expect(codes({ ...file, version: 2 })).toEqual(['- invalid_field version']);
    expect(codes({ ...file, flows: [file.flows[1], file.flows[1]] })).toEqual(['sub duplicate_flow_id ']);
    expect(codes({ nodes: 5 })).toEqual(['flow invalid_field nodes']);
  });
});

describe('describeRequirements', () => {
  it('lists everything a bundle needs, each with where', () => {
    const needs = describeRequirements(load());
    expect(needs.tags.map(({ name, usedBy }) => [name, usedBy.map(({ nodeId }) => nodeId)])).toEqual([
      ['vip', ['c', 'tag']],
    ]);
    expect(needs.attributes.map(({ name, isFilled }) => [name, isFilled])).toEqual([
      ['size', true],
      ['city', false],
      ['price', true],
    ]);
    expect(needs.flows.map(({ flowId, isIncluded }) => [flowId, isIncluded])).toEqual([
      ['sub', true],
      ['elsewhere', false],
    ]);
    expect(needs.posts).toEqual([
      { permalink: 'https://www.instagram.com/p/AAA/', usedBy: [{ flowId: 'main', nodeId: null }] },
    ]);
    expect(needs.media.map(({ url }) => url)).toEqual(['https://x.test/a.png']);
    expect(needs.secrets).toMatchObject([{ key: 'main/call/authorization', isFilled: true }]);
    expect(needs.integrations).toMatchObject([{ kind: 'http', name: 'shop.example' }]);
    expect(needs.settings).toMatchObject([{ name: 'businessHours' }]);
  });

  it('finds no secret left once they are removed', () => {
    expect(describeRequirements(removeSecrets(load())).secrets).toMatchObject([{ isFilled: false }]);
    expect(JSON.stringify(removeSecrets(load()))).not.toContain('Bearer');
  });
});

describe('remapBundle', () => {
  it('changes every name, everywhere it is used', () => {
    let count = 0;
    const mapped = remapBundle(load(), {
      flows: { ...mapToNewIds(load(), () => `new${(count += 1)}`), elsewhere: 'known' },
      tags: { vip: 'regular' },
      attributes: { size: 'shoe_size' },
      media: { 'https://x.test/a.png': 'https://y.test/b.png' },
      posts: { 'https://www.instagram.com/p/AAA/': 'https://www.instagram.com/p/BBB/' },
      secrets: { 'main/call/authorization': 'Bearer new' },
    });
    const text = JSON.stringify(mapped);
    expect(mapped.flows.map(({ id }) => id)).toEqual(['new1', 'new2']);
    for (const old of ['"vip"', 'contact.size', '"size"', 'a.png', 'AAA', 'Bearer abc']) {
      expect(text).not.toContain(old);
    }
    expect(nodeOf(mapped, 'ask')).toMatchObject({
      prompt: 'Which {{contact.shoe_size | default: "size"}}, {{contact.attributes.city}}, {{flow.x}}?',
      saveToAttribute: 'shoe_size',
    });
    expect(nodeOf(mapped, 'sub')).toMatchObject({ flowId: 'new2' });
    expect(nodeOf(mapped, 'other')).toMatchObject({ flowId: 'known' });
    expect(nodeOf(mapped, 'call')).toMatchObject({ headers: { Authorization: 'Bearer new', Accept: 'x' } });
    expect(mapped.flows[0]?.tests[0]).toMatchObject({
      flowId: 'new2',
      expect: { tags: ['regular'] },
      contact: { customAttributes: { shoe_size: 'L' } },
    });
  });

  it('changes nothing when nothing is to be changed', () => {
    expect(remapBundle(load(), {})).toEqual(load());
  });
});
