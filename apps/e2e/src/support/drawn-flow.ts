import { z } from 'zod';

/** A step as the test knows it. */
export type DrawnStep = { name: string; text: string; x: number; y: number; to: string | null };
export type DrawnFlow = Readonly<Record<string, DrawnStep>>;

/** One edit: what is told to the builder, and what the flow must be afterwards, thought out independently of it. */
export type DrawnEdit = { operations: object[]; after: DrawnFlow };

export type Random = (below: number) => number;

/** The same numbers for the same seed (mulberry32). */
export const seededRandom = (seed: number): Random => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) % 2 ** 32) % below;
  };
};

export const toNode = (id: string, { name, text, x, y, to }: DrawnStep): object => ({
  id,
  type: 'message',
  name,
  content: { text, buttons: [] },
  position: { x, y },
  connections: to === null ? [] : [{ targetNodeId: to, condition: null }],
});

type Maker = (
  flow: DrawnFlow,
  spot: { id: string; other: string; random: Random; serial: number },
) => DrawnEdit;

const change = (flow: DrawnFlow, id: string, fields: Partial<DrawnStep>): DrawnFlow => {
  const step = flow[id];
  return step ? { ...flow, [id]: { ...step, ...fields } } : flow;
};

const makers: Maker[] = [
  (flow, { id, serial }) => ({
    operations: [{ op: 'update_node', nodeId: id, set: { name: `Name ${serial}` } }],
    after: change(flow, id, { name: `Name ${serial}` }),
  }),
  (flow, { id, serial }) => ({
    operations: [
      { op: 'update_node', nodeId: id, set: { content: { text: `Text ${serial}`, buttons: [] } } },
    ],
    after: change(flow, id, { text: `Text ${serial}` }),
  }),
  (flow, { id, random }) => {
    const position = { x: random(2_000), y: random(2_000) };
    return {
      operations: [{ op: 'move_nodes', moves: [{ nodeId: id, position }] }],
      after: change(flow, id, position),
    };
  },
  (flow, { id, other }) => ({
    operations: [{ op: 'connect', nodeId: id, targetNodeId: other, condition: null }],
    after: change(flow, id, { to: other }),
  }),
  (flow, { serial, random }) => {
    const step = { name: `New ${serial}`, text: 'Hello', x: random(2_000), y: random(2_000), to: null };
    const id = `mine_${serial}`;
    return { operations: [{ op: 'add_node', node: toNode(id, step) }], after: { ...flow, [id]: step } };
  },
  (flow, { id, serial, random }) => {
    const ids = Object.keys(flow);
    // A flow of nothing has nothing to edit.
    if (ids.length < 4) return makers[4]!(flow, { id, other: id, serial, random });
    const left = Object.entries(flow).filter(([step]) => step !== id);
    return {
      operations: [{ op: 'remove_node', nodeId: id, heal: false }],
      after: Object.fromEntries(
        left.map(([step, fields]) => [step, fields.to === id ? { ...fields, to: null } : fields]),
      ),
    };
  },
];

/** A random edit of a flow. */
export const drawEdit = (flow: DrawnFlow, random: Random, serial: number): DrawnEdit => {
  const ids = Object.keys(flow);
  const id = ids[random(ids.length)] ?? '';
  const other = ids.filter((step) => step !== id)[random(ids.length - 1)] ?? id;
  const make = makers[random(makers.length)];
  if (!make) throw new Error('no such edit');
  return make(flow, { id, other, random, serial });
};

const document = z.looseObject({
  nodes: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      content: z.looseObject({ text: z.string().nullish() }).optional(),
      position: z.object({ x: z.number(), y: z.number() }).nullish(),
      connections: z.array(z.looseObject({ targetNodeId: z.string() })),
    }),
  ),
});

/** The steps of a document whose ids begin so, as the test knows them. */
export const readDrawn = (definition: unknown, prefix: string): DrawnFlow =>
  Object.fromEntries(
    document
      .parse(definition)
      .nodes.filter(({ id }) => id.startsWith(prefix))
      .map(({ id, name, content, position, connections }) => [
        id,
        {
          name,
          text: content?.text ?? '',
          x: position?.x ?? 0,
          y: position?.y ?? 0,
          to: connections[0]?.targetNodeId ?? null,
        },
      ]),
  );
