import { conditionKey, type ConnectionCondition } from '../connection-condition';

/** One output of a node: the canvas draws a handle for it, connecting it adds an edge with its condition. */
export type Outlet = {
  /** Unique in its node and stable: the key of the condition. */
  id: string;
  label: string;
  condition: ConnectionCondition | null;
  /** For what rarely happens (failed, window closed), so that the canvas can tuck it away. */
  isException: boolean;
};

/** Makes an outlet; its id follows from its condition. */
export function createOutlet(
  label: string,
  condition: ConnectionCondition | null,
  { isException = false } = {},
): Outlet {
  return { id: conditionKey(condition), label, condition, isException };
}
