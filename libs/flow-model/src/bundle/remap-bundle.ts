import { flowNodeSchema, isKind, type FlowNode } from '../flow-definition';
import { flowTestSchema, type FlowTest } from '../flow-tests/flow-test';
import type { LoadedBundle, LoadedFlow } from './read-flow-file';
import { secretKey } from './secrets';

/** What stands for what after an import, old names to new ones; what is left out stays as it is. */
export type BundleMapping = {
  flows?: Readonly<Record<string, string>>;
  tags?: Readonly<Record<string, string>>;
  attributes?: Readonly<Record<string, string>>;
  media?: Readonly<Record<string, string>>;
  posts?: Readonly<Record<string, string>>;
  /** By the keys that `describeRequirements` gives. */
  secrets?: Readonly<Record<string, string>>;
};

/** A mapping that gives every flow of a bundle a new id. */
export function mapToNewIds({ flows }: LoadedBundle, newId: () => string): Record<string, string> {
  return Object.fromEntries(flows.map(({ id }) => [id, newId()]));
}

/**
 * The bundle with other ids and names: in steps, connections, texts (`{{contact.size}}`), triggers and saved
 * conversations. Pure; ids come in with the mapping.
 */
export function remapBundle({ flows }: LoadedBundle, mapping: BundleMapping): LoadedBundle {
  const names = toNames(mapping);
  return { flows: flows.map((flow) => remapFlow(flow, names)) };
}

type Rename = (name: string) => string;
type Names = {
  flow: Rename;
  tag: Rename;
  attribute: Rename;
  media: Rename;
  post: Rename;
  secret: (key: string) => string | null;
};

function toNames({ flows, tags, attributes, media, posts, secrets = {} }: BundleMapping): Names {
  const by = (map: Readonly<Record<string, string>> = {}): Rename => {
    const known = new Map(Object.entries(map));
    return (name) => known.get(name) ?? name;
  };
  const kept = new Map(Object.entries(secrets));
  return {
    flow: by(flows),
    tag: by(tags),
    attribute: by(attributes),
    media: by(media),
    post: by(posts),
    secret: (key) => kept.get(key) ?? null,
  };
}

function remapFlow(flow: LoadedFlow, names: Names): LoadedFlow {
  return {
    ...flow,
    id: names.flow(flow.id),
    definition: {
      ...flow.definition,
      nodes: flow.definition.nodes.map((node) => remapNode(node, flow.id, names)),
    },
    triggers: flow.triggers.map((trigger) =>
      trigger.postPermalink ? { ...trigger, postPermalink: names.post(trigger.postPermalink) } : trigger,
    ),
    tests: flow.tests.map((test) => remapTest(test, names)),
  };
}

const notTexts = new Set(['id', 'type', 'name', 'position']);

function remapNode(node: FlowNode, flowId: string, names: Names): FlowNode {
  const fields = Object.entries(node).map(([key, value]): [string, unknown] => [
    key,
    notTexts.has(key) ? value : remapTexts(value, names),
  ]);
  const renamed = flowNodeSchema.parse(Object.fromEntries(fields));
  return {
    ...renamed,
    ...remapFields(renamed, flowId, names),
    connections: renamed.connections.map(remapEdge),
  };

  function remapEdge(edge: FlowNode['connections'][number]): FlowNode['connections'][number] {
    const { condition } = edge;
    if (condition?.type !== 'attribute_equals') return edge;
    return { ...edge, condition: { ...condition, attribute: remapField(condition.attribute, names) } };
  }
}

/** The fields of a kind that name something. */
function remapFields(node: FlowNode, flowId: string, names: Names): object {
  if (isKind(node, 'tag_contact')) return node.tagName ? { tagName: names.tag(node.tagName) } : {};
  if (isKind(node, 'set_attribute'))
    return node.attribute ? { attribute: names.attribute(node.attribute) } : {};
  if (isKind(node, 'get_input')) {
    return node.saveToAttribute ? { saveToAttribute: names.attribute(node.saveToAttribute) } : {};
  }
  if (isKind(node, 'go_to_flow')) return node.flowId ? { flowId: names.flow(node.flowId) } : {};
  if (isKind(node, 'condition')) return remapRules(node, names);
  if (isKind(node, 'wait')) return remapUntil(node, names);
  return isKind(node, 'external_api_call') ? remapCall(node, flowId, names) : {};
}

type Known<K extends Parameters<typeof isKind>[1]> = Extract<FlowNode, { type: K }>;
type Rules = {
  all?: { field: string; op: string; value?: unknown }[];
  any?: { field: string; op: string; value?: unknown }[];
};

function remapRules(node: Known<'condition'>, names: Names): object {
  if (!isKind(node, 'condition')) return {};
  const rule = <R extends NonNullable<Rules['all']>[number]>(old: R): R => ({
    ...old,
    field: remapField(old.field, names),
    ...(old.op.endsWith('has_tag') && typeof old.value === 'string' ? { value: names.tag(old.value) } : {}),
  });
  const group = <G extends Rules>(old: G): G => ({
    ...old,
    ...(old.all ? { all: old.all.map(rule) } : {}),
    ...(old.any ? { any: old.any.map(rule) } : {}),
  });
  return {
    ...(node.rules ? { rules: group(node.rules) } : {}),
    ...(node.branches ? { branches: node.branches.map(group) } : {}),
  };
}

function remapUntil(node: Known<'wait'>, names: Names): object {
  if (!isKind(node, 'wait') || !node.until?.attribute) return {};
  return { until: { ...node.until, attribute: remapField(node.until.attribute, names) } };
}

function remapCall(node: Known<'external_api_call'>, flowId: string, names: Names): object {
  if (!isKind(node, 'external_api_call')) return {};
  const headers = Object.entries(node.headers ?? {}).map(([name, value]): [string, string] => [
    name,
    names.secret(secretKey(flowId, node.id, name)) ?? value,
  ]);
  return {
    ...(node.headers ? { headers: Object.fromEntries(headers) } : {}),
    ...(node.saveResponse
      ? {
          saveResponse: node.saveResponse.map((saved) => ({
            ...saved,
            attribute: names.attribute(saved.attribute),
          })),
        }
      : {}),
  };
}

/** `contact.size`, `contact.attributes.size` or plain `size`. */
function remapField(path: string, { attribute }: Names): string {
  const [, prefix = '', name = '', rest = ''] = /^(contact\.(?:attributes\.)?)?([^.]+)(.*)$/.exec(path) ?? [];
  const isForeign = prefix === '' && rest !== '';
  return isForeign ? path : `${prefix}${attribute(name)}${rest}`;
}

function remapTexts(value: unknown, names: Names): unknown {
  if (typeof value === 'string')
    return value.includes('{') ? remapTemplate(value, names) : names.media(value);
  if (Array.isArray(value)) return value.map((item) => remapTexts(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, remapTexts(child, names)]));
}

/** Variables in the tags of a template; text between them stays as it is. */
function remapTemplate(text: string, { attribute }: Names): string {
  return text.replaceAll(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, (tag) =>
    tag.replaceAll(
      /\b(contact\.(?:attributes\.)?)([\p{L}_][\p{L}\p{N}_-]*)/gu,
      (_whole, prefix: string, name: string) => `${prefix}${attribute(name)}`,
    ),
  );
}

function remapTest(test: FlowTest, names: Names): FlowTest {
  const keys = (values: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [names.attribute(name), value]));
  const person = <
    P extends { tags?: string[] | undefined; customAttributes?: Record<string, unknown> | undefined },
  >(
    old: P,
  ) => ({
    ...old,
    ...(old.tags ? { tags: old.tags.map(names.tag) } : {}),
    ...(old.customAttributes ? { customAttributes: keys(old.customAttributes) } : {}),
  });
  const expected = <
    E extends {
      tags?: string[] | undefined;
      withoutTags?: string[] | undefined;
      attributes?: Record<string, unknown> | undefined;
    },
  >(
    old: E,
  ) => ({
    ...old,
    ...(old.tags ? { tags: old.tags.map(names.tag) } : {}),
    ...(old.withoutTags ? { withoutTags: old.withoutTags.map(names.tag) } : {}),
    ...(old.attributes ? { attributes: keys(old.attributes) } : {}),
  });
  return flowTestSchema.parse({
    ...test,
    ...(test.flowId === undefined ? {} : { flowId: names.flow(test.flowId) }),
    contact: person(test.contact),
    steps: test.steps.map(({ move, expect }) => ({
      move: move.kind === 'person' ? person(move) : move,
      ...(expect ? { expect: expected(expect) } : {}),
    })),
    expect: expected(test.expect),
  });
}
