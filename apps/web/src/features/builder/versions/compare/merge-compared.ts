import { conditionKey, listOutlets, type FlowDefinition, type FlowNode } from '@instaflow/flow-model';
import { measureNode } from '../../card/measure-node';

type Box = { x: number; y: number; width: number; height: number };
const gap = 48;

/**
 * One document that shows two: the later one, and in it what it has lost. Removed steps stand where they stood, or below
 * what stands there now; a way out that leads nowhere any more leads where it led, as long as the step still has it.
 */
export function mergeCompared(before: FlowDefinition, after: FlowDefinition): FlowDefinition {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const current = new Set(after.nodes.map(({ id }) => id));
  const taken = after.nodes.flatMap(toBox);
  const ghosts = before.nodes.filter(({ id }) => !current.has(id)).map((node) => placeGhost(node, taken));
  const kept = after.nodes.map((node) => withLostWays(node, old.get(node.id)));
  return { ...after, nodes: [...kept, ...ghosts] };
}

function withLostWays(node: FlowNode, was: FlowNode | undefined): FlowNode {
  if (!was) return node;
  const led = new Set(node.connections.map(({ condition }) => conditionKey(condition)));
  const ways = new Set(listOutlets({ ...node, connections: [] }).map(({ id }) => id));
  const lost = was.connections.filter(({ condition }) => {
    const key = conditionKey(condition);
    return ways.has(key) && !led.has(key);
  });
  return lost.length === 0 ? node : { ...node, connections: [...node.connections, ...lost] };
}

function placeGhost(node: FlowNode, taken: Box[]): FlowNode {
  const [wanted] = toBox(node);
  if (!wanted) return node;
  const box = { ...wanted };
  for (let hit = findHit(box, taken); hit; hit = findHit(box, taken)) box.y = hit.y + hit.height + gap;
  taken.push(box);
  return { ...node, position: { x: box.x, y: box.y } };
}

const findHit = (box: Box, taken: readonly Box[]): Box | undefined =>
  taken.find(
    (other) =>
      other.x < box.x + box.width &&
      other.x + other.width > box.x &&
      other.y < box.y + box.height &&
      other.y + other.height > box.y,
  );

function toBox(node: FlowNode): Box[] {
  if (!node.position) return [];
  const { width, height } = measureNode(node);
  return [{ x: node.position.x, y: node.position.y, width, height }];
}
