const columns = 24;
const gap = { x: 360, y: 420 };
const kinds = ['message', 'message', 'condition', 'message', 'wait'];

const fieldsOf = {
  message: (index) => ({
    content: {
      text: `Hello {{contact.firstName}}, this is step ${index} with a sentence of a usual length.`,
      buttons: [
        { type: 'quick_reply', text: 'Yes', payload: `YES_${index}` },
        { type: 'quick_reply', text: 'No', payload: `NO_${index}` },
      ],
    },
  }),
  condition: () => ({ rules: { all: [{ field: 'tags', op: 'has_tag', value: 'customer' }] } }),
  wait: () => ({ durationSeconds: 3_600 }),
};

const edgesOf = {
  message: (index, next, later) => [
    { targetNodeId: next, condition: { type: 'button_payload', value: `YES_${index}` } },
    { targetNodeId: later, condition: { type: 'button_payload', value: `NO_${index}` } },
  ],
  condition: (_, next, later) => [
    { targetNodeId: next, condition: { type: 'branch', value: 'true' } },
    { targetNodeId: later, condition: { type: 'else' } },
  ],
  wait: (_, next) => [{ targetNodeId: next, condition: null }],
};

/** A flow of so many steps, most of them messages with two answers, laid out in rows. */
export const createLargeFlow = (count) => {
  const id = (index) => (index < count ? `step-${index}` : null);
  const nodes = Array.from({ length: count }, (_, index) => {
    const type = index === 0 ? 'start' : kinds[index % kinds.length];
    const [next, later] = [id(index + 1), id(index + 7)];
    const edges =
      type === 'start' ? [{ targetNodeId: next, condition: null }] : edgesOf[type](index, next, later);
    return {
      id: id(index),
      type,
      name: type === 'start' ? 'Start' : `Step ${index}`,
      position: { x: (index % columns) * gap.x, y: Math.floor(index / columns) * gap.y },
      ...fieldsOf[type]?.(index),
      connections: edges.filter(({ targetNodeId }) => targetNodeId !== null),
    };
  });
  return { startNodeId: 'step-0', nodes };
};
