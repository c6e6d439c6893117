import type { BodyInputOf, endpoints, ResponseOf } from '@instaflow/contracts';

export type Requirements = ResponseOf<typeof endpoints.importFlows>['requirements'];
export type FlowMapping = Required<
  NonNullable<NonNullable<BodyInputOf<typeof endpoints.importFlows>>['mapping']>
>;
export type MappedKind = keyof FlowMapping;

export const emptyMapping: FlowMapping = {
  flows: {},
  tags: {},
  attributes: {},
  media: {},
  posts: {},
  secrets: {},
};

/** The mapping with one entry changed; an empty value, or the name itself, leaves things as they are. */
export function withEntry(
  mapping: FlowMapping,
  { kind, name, value }: { kind: MappedKind; name: string; value: string },
): FlowMapping {
  const { [name]: _before, ...others } = mapping[kind];
  const isChanged = value.trim() !== '' && value !== name;
  return { ...mapping, [kind]: isChanged ? { ...others, [name]: value } : others };
}

/** Whether flows that are not brought along, posts or secrets still have to be named for everything to work. */
export function listMissing({ flows, posts, secrets }: Requirements, mapping: FlowMapping): MappedKind[] {
  const kinds: MappedKind[] = [];
  if (flows.some(({ flowId, isIncluded }) => !isIncluded && !(flowId in mapping.flows))) kinds.push('flows');
  if (posts.some(({ permalink }) => !(permalink in mapping.posts))) kinds.push('posts');
  if (secrets.some(({ key, isFilled }) => !isFilled && !(key in mapping.secrets))) kinds.push('secrets');
  return kinds;
}
