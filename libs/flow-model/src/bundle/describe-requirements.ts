import { isKind, type FlowNode } from '../flow-definition';
import type { LoadedBundle, LoadedFlow } from './read-flow-file';
import { listSecrets } from './secrets';
import { listUses, type NodeUses } from './list-uses';

/** Where something is used; `nodeId` null is a trigger of the flow. */
export type UsePlace = { flowId: string; nodeId: string | null };
type Used = { usedBy: UsePlace[] };

/** What an account has to have, or gets, when the flows of a bundle come to it. */
export type BundleRequirements = {
  tags: (Used & { name: string })[];
  /** `isFilled`: a step of the bundle fills it. Otherwise somebody else has to. */
  attributes: (Used & { name: string; isFilled: boolean })[];
  /** Flows that steps go to; `isIncluded`: the bundle brings it along. */
  flows: (Used & { flowId: string; isIncluded: boolean })[];
  /** Posts that triggers are bound to: another account has others. */
  posts: (Used & { permalink: string })[];
  media: (Used & { url: string })[];
  /** Passwords and keys in calls; `key` names one for `remapBundle`. */
  secrets: (Used & { key: string; header: string; isFilled: boolean })[];
  /** Programs that are called, by host, and means the installation has to have. */
  integrations: (Used & { kind: 'http' | 'ai' | 'email'; name: string })[];
  /** What the account has to have set up: opening hours, for now. */
  settings: (Used & { name: 'businessHours' })[];
};

/** What a bundle needs, each thing once, in the order it comes up. */
export function describeRequirements({ flows }: LoadedBundle): BundleRequirements {
  const uses = flows.flatMap((flow) =>
    flow.definition.nodes.map((node) => ({
      node,
      place: { flowId: flow.id, nodeId: node.id },
      uses: listUses(node),
    })),
  );
  const gather = (pick: (uses: NodeUses) => readonly string[]) =>
    group(uses.flatMap((at) => pick(at.uses).map((name) => ({ name, place: at.place }))));
  const written = new Set(uses.flatMap((at) => at.uses.writes));
  const included = new Set(flows.map(({ id }) => id));
  return {
    tags: gather((at) => at.tags),
    attributes: gather((at) => [...at.reads, ...at.writes]).map((used) => ({
      ...used,
      isFilled: written.has(used.name),
    })),
    flows: gather((at) => at.flows).map(({ name, usedBy }) => ({
      flowId: name,
      isIncluded: included.has(name),
      usedBy,
    })),
    posts: group(flows.flatMap(listPosts)).map(({ name, usedBy }) => ({ permalink: name, usedBy })),
    media: gather((at) => at.media).map(({ name, usedBy }) => ({ url: name, usedBy })),
    secrets: flows.flatMap(listSecrets),
    integrations: [
      ...gather((at) => at.hosts).map((used) => ({ kind: 'http' as const, ...used })),
      ...listMeans(uses),
    ],
    settings: group(
      uses.flatMap(({ node, place }) => (isKind(node, 'business_hours') ? [{ name: 'hours', place }] : [])),
    ).map(({ usedBy }) => ({ name: 'businessHours' as const, usedBy })),
  };
}

function listPosts({ id, triggers }: LoadedFlow): { name: string; place: UsePlace }[] {
  return triggers.flatMap(({ postPermalink }) =>
    postPermalink ? [{ name: postPermalink, place: { flowId: id, nodeId: null } }] : [],
  );
}

function listMeans(uses: readonly { node: FlowNode; place: UsePlace }[]): BundleRequirements['integrations'] {
  const ai = uses.filter(({ node }) => isKind(node, 'ai_reply') || isKind(node, 'ai_agent'));
  const email = uses.filter(({ node }) => isKind(node, 'notify_team') && node.channels?.includes('email'));
  const toMeans = (kind: 'ai' | 'email', found: readonly { place: UsePlace }[]) =>
    found.length === 0 ? [] : [{ kind, name: kind, usedBy: found.map(({ place }) => place) }];
  return [...toMeans('ai', ai), ...toMeans('email', email)];
}

function group(found: readonly { name: string; place: UsePlace }[]): { name: string; usedBy: UsePlace[] }[] {
  const byName = new Map<string, UsePlace[]>();
  for (const { name, place } of found) {
    const places = byName.get(name) ?? [];
    const isKnown = places.some(({ flowId, nodeId }) => flowId === place.flowId && nodeId === place.nodeId);
    byName.set(name, isKnown ? places : [...places, place]);
  }
  return [...byName].map(([name, usedBy]) => ({ name, usedBy }));
}
