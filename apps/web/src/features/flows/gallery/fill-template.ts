import { matchKeywords } from '@instaflow/flow-engine';
import type { BundleTrigger, FlowBundle } from '@instaflow/flow-model';

type BundleFlow = FlowBundle['flows'][number];
type Test = NonNullable<BundleFlow['tests']>[number];

/** What is filled in before flows are made of a template. */
export type TemplateFill = {
  name: string;
  /** Keywords of the triggers of its first flow, by their place. */
  keywords: Readonly<Record<number, string>>;
  /** Addresses of the template → those of the account. */
  links: Readonly<Record<string, string>>;
};

// `example.com` is reserved for examples: no real address of anybody is ever taken for one.
const exampleLink = /https?:\/\/(?:[\w-]+\.)*example\.(?:com|org|net)(?:\/(?:\{\{[^}]*\}\}|[^\s"'<>{}])*)?/g;
const withoutEnd = (link: string): string => link.replace(/[.,!?;:)]+$/, '');

/** Addresses in the texts of a template that have to become real ones, each once. */
export function listLinks({ flows }: FlowBundle): string[] {
  const found = JSON.stringify(flows.map(({ definition }) => definition)).matchAll(exampleLink);
  return [...new Set([...found].map(([link]) => withoutEnd(link)))];
}

/**
 * The bundle with what was filled in, saved conversations too: one that began with an old keyword begins with the first
 * new one.
 */
export function fillTemplate(bundle: FlowBundle, { name, keywords, links }: TemplateFill): FlowBundle {
  const [first, ...others] = bundle.flows;
  if (!first) return bundle;
  const { triggers = [], tests = [] } = first;
  const renewed = triggers.map((trigger, index) => ({
    ...trigger,
    keyword: keywords[index]?.trim() || trigger.keyword,
  }));
  const filled = {
    ...first,
    name: name.trim() || first.name,
    triggers: renewed,
    tests: tests.map((test) => renewStart(test, triggers, renewed)),
  };
  return { ...bundle, flows: [filled, ...others].map((flow) => replaceLinks(flow, links)) };
}

function renewStart(test: Test, before: readonly BundleTrigger[], after: readonly BundleTrigger[]): Test {
  const [step, ...rest] = test.steps;
  const said = step && saidIn(step.move);
  if (!step || !said) return test;
  const place = before.findIndex(
    ({ keyword, match = 'contains_word' }) =>
      keyword && matchKeywords({ keywords: keyword, match, texts: [said] }) !== null,
  );
  const word = after[place]?.keyword?.split(',')[0]?.trim();
  if (!word || after[place]?.keyword === before[place]?.keyword) return test;
  return { ...test, steps: [{ ...step, move: saying(step.move, word) }, ...rest] };
}

type Move = Test['steps'][number]['move'];

function saidIn(move: Move): string | null {
  if (move.kind === 'text' || move.kind === 'comment') return move.text;
  return move.kind === 'ref_link' ? move.ref : null;
}

function saying(move: Move, word: string): Move {
  if (move.kind === 'text' || move.kind === 'comment') return { ...move, text: word };
  return move.kind === 'ref_link' ? { ...move, ref: word } : move;
}

function replaceLinks<Value>(value: Value, links: TemplateFill['links']): Value {
  const replaceIn = (_key: string, part: unknown): unknown =>
    typeof part === 'string'
      ? part.replace(exampleLink, (link) => {
          const address = withoutEnd(link);
          const own = Object.hasOwn(links, address) ? links[address]?.trim() : undefined;
          return own ? own + link.slice(address.length) : link;
        })
      : part;
  // The same document with other texts: `parse` answers `any`.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  return JSON.parse(JSON.stringify(value), replaceIn) as Value;
}
