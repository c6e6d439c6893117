import {
  condition,
  flow,
  getInput,
  goToFlow,
  humanTakeover,
  message,
  onBranch,
  onButton,
  onInput,
  onNext,
  quickReply,
  setAttribute,
  start,
  tagContact,
  wait,
} from '../builders';
import type { FlowDefinition } from '../flow-definition';
import { buildTimedGraph } from './build-timed-graph';
import { checkWindow } from './check-window';
import { validateFlow } from './validate-flow';
import type { ValidationContext } from './validation-context';

const bye = humanTakeover('bye', { id: 'bye' });

function codesOf(
  main: FlowDefinition,
  others: Record<string, FlowDefinition> = {},
  more: ValidationContext = {},
) {
  const flows = new Map(Object.entries(others));
  return validateFlow(main, { flowId: 'main', findFlow: (id) => flows.get(id) ?? null, ...more })
    .map(({ nodeId, code }) => `${nodeId ?? '-'}: ${code}`)
    .filter((code) => !code.endsWith('no_human'));
}

describe('the 24 hours through other flows', () => {
  const pause = (duration: string) => flow(start(), wait(duration));

  it('counts each visit by itself: the same flow twice is no circle', () => {
    const main = flow(
      start(),
      goToFlow('pause', { id: 'a', to: [onNext('b')] }),
      goToFlow('pause', { id: 'b', to: [onNext('m')] }),
      message('Hi', { id: 'm' }),
      bye,
    );
    expect(codesOf(main, { pause: pause('11h') })).toEqual([]);
    expect(codesOf(main, { pause: pause('12h') })).toEqual(['m: outside_window']);
  });

  it('starts anew where the other flow gets an answer, and goes on from there', () => {
    const asking = flow(
      start(),
      wait('20h'),
      getInput('?', { to: [onInput(true, 'w'), onInput(false, 'w')] }),
      wait('10h', { id: 'w' }),
    );
    const main = (duration: string) =>
      flow(
        start(),
        goToFlow('asking', { to: [onNext('w')] }),
        wait(duration, { id: 'w' }),
        message('m', { id: 'm' }),
        bye,
      );
    expect(codesOf(main('13h'), { asking })).toEqual([]);
    expect(codesOf(main('14h'), { asking })).toEqual(['m: outside_window']);
  });

  it('follows flows that lead back to this one', () => {
    const other = flow(start(), wait('20h'), goToFlow('main', { end: true }));
    const main = flow(start(), wait('3h'), message('Hi', { id: 'm' }), goToFlow('other'));
    expect(codesOf(main, { other })).toEqual(['m: outside_window']);
  });

  it('ends with flows that go to each other without end', () => {
    const ping = flow(
      start(),
      wait('1h'),
      goToFlow('pong', { to: [onNext('t')] }),
      tagContact('t', { id: 't' }),
    );
    const pong = flow(
      start(),
      wait('1h'),
      goToFlow('ping', { to: [onNext('t')] }),
      tagContact('t', { id: 't' }),
    );
    const main = flow(start(), goToFlow('ping', { to: [onNext('m')] }), message('Hi', { id: 'm' }), bye);
    expect(codesOf(main, { ping, pong })).toEqual([]);
  });

  it('knows that nothing comes after a flow that hands over', () => {
    const over = flow(start(), wait('30h'), humanTakeover('x'));
    const main = flow(start(), goToFlow('over', { to: [onNext('m')] }), message('never', { id: 'm' }));
    expect(codesOf(main, { over })).toEqual([]);
  });

  it('is linear: 10,000 nodes take no second even on a busy machine', () => {
    const long = () =>
      flow(
        start(),
        ...Array.from({ length: 1997 }, (_, index) =>
          index % 3 === 0
            ? wait('1m')
            : index % 3 === 1
              ? message(`m${index}`, {
                  buttons: [quickReply('A', 'A')],
                  to: [onButton('A', `node_${index + 3}`), onNext(`node_${index + 3}`)],
                })
              : tagContact('t'),
        ),
      );
    const others = Object.fromEntries(Array.from({ length: 4 }, (_, index) => [`f${index}`, long()]));
    const main = long();
    const calls = [0, 1, 2, 3].map((index) =>
      goToFlow(`f${index}`, { id: `call${index}`, to: [onNext('node_2')] }),
    );
    const called = { ...main, nodes: [...main.nodes, ...flow(...calls).nodes] };
    const times = Array.from({ length: 3 }, () => {
      const startedAt = performance.now();
      measured(called, others);
      return performance.now() - startedAt;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });
});

describe('loops through other flows', () => {
  it('are found where nothing waits in either', () => {
    const other = flow(start(), tagContact('t'), goToFlow('main', { end: true }));
    const main = flow(start(), message('Hi', { id: 'm' }), goToFlow('other', { id: 'g' }));
    expect(codesOf(main, { other })).toEqual(['node_1: loop_without_wait']);
    const waiting = flow(start(), wait('1h'), goToFlow('main', { end: true }));
    expect(codesOf(main, { other: waiting }).filter((code) => code.includes('loop'))).toEqual([]);
  });

  it('wait when the other flow always does', () => {
    const main = flow(
      start(),
      goToFlow('other', { id: 'g', to: [onNext('t')] }),
      tagContact('t', { id: 't', to: [onNext('g')] }),
    );
    expect(codesOf(main, { other: flow(start(), tagContact('x')) })).toContain('g: loop_without_wait');
    expect(codesOf(main, { other: flow(start(), wait('1h')) })).not.toContain('g: loop_without_wait');
  });
});

describe('variables along the paths', () => {
  const text = message('{{contact.size}}', { id: 'm' });
  const codes = (...steps: Parameters<typeof flow>) => codesOf(flow(...steps));

  it('are missed where one way does not fill them', () => {
    const split = condition(
      { all: [{ field: 'contact.tags', op: 'has_tag', value: 'x' }] },
      { to: [onBranch('true', 'set'), onNext('m')] },
    );
    expect(codes(start(), split, setAttribute('size', 'L', { id: 'set' }), text, bye)).toEqual([
      'm: variable_not_on_every_path',
    ]);
  });

  it('are filled behind a right answer, not behind a wrong one', () => {
    const ask = (to: Parameters<typeof getInput>[1]) => getInput('?', { saveToAttribute: 'size', ...to });
    expect(codes(start(), ask({ to: [onInput(true, 'm'), onInput(false, 'bye')] }), text, bye)).toEqual([]);
    expect(codes(start(), ask({ to: [onInput(true, 'm'), onInput(false, 'm')] }), text, bye)).toEqual([
      'm: variable_not_on_every_path',
    ]);
  });

  it('are known behind a condition that has seen them', () => {
    const rules = { all: [{ field: 'contact.attributes.size', op: 'exists' as const }] };
    const seen = condition(rules, { to: [onBranch('true', 'm'), onNext('set')] });
    expect(
      codes(start(), seen, setAttribute('size', 'L', { id: 'set', to: [onNext('m')] }), text, bye),
    ).toEqual([]);
  });
});

describe('media', () => {
  const picture = flow(start(), message('Look', { id: 'm', mediaUrl: 'https://x.test/media/1/a.png' }), bye);

  it('of this installation have to be there and small enough', () => {
    const found = (file: { bytes: number; contentType: string } | null) =>
      codesOf(picture, {}, { findMedia: () => file });
    expect(found(null)).toEqual(['m: media_gone']);
    expect(found({ bytes: 9_000_000, contentType: 'image/png' })).toEqual(['m: media_too_large']);
    expect(found({ bytes: 9_000_000, contentType: 'video/mp4' })).toEqual([]);
  });

  it('go together in one message as pictures only, and ten at most', () => {
    const codes = (first: { mediaUrl?: string; mediaType?: 'image' | 'video' }, imageUrls: string[]) =>
      codesOf(flow(start(), message('Look', { id: 'm', ...first, imageUrls }), bye));
    const picture = { mediaUrl: 'https://x.test/a.png', mediaType: 'image' } as const;
    const more = (count: number) => Array.from({ length: count }, (_, n) => `https://x.test/${n}.png`);
    expect(codes(picture, more(9))).toEqual([]);
    expect(codes(picture, more(10))).toEqual(['m: too_many_images']);
    expect(codes(picture, [''])).toEqual(['m: image_missing']);
    expect(codes({ mediaUrl: 'https://x.test/a.mp4', mediaType: 'video' }, more(1))).toEqual([
      'm: images_without_image',
    ]);
    expect(codes({}, more(1))).toEqual(['m: images_without_image']);
  });

  it('are missed where a kind is chosen and no file', () => {
    expect(codesOf(flow(start(), message('Look', { id: 'm', mediaType: 'image' }), bye))).toEqual([
      'm: media_missing',
    ]);
  });
});

function measured(main: FlowDefinition, others: Record<string, FlowDefinition>): void {
  const flows = new Map(Object.entries(others));
  const graph = buildTimedGraph(main, { flowId: 'main', findFlow: (id) => flows.get(id) ?? null });
  expect(graph.nodes.length).toBeGreaterThan(9_980);
  checkWindow(graph, [], { triggerTypes: new Set(['comment_keyword']) });
}
