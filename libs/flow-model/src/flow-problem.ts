import type { FlowOperation } from './operations/flow-operation';

/** One way to repair a problem with a click: what it does in words, and the edits that do it. */
export type FlowFix = {
  /** Names the kind of repair, for translations and the undo list. */
  key: string;
  /** What the button says, as an order: "Remove this connection". */
  label: string;
  operations: FlowOperation[];
};

/** One finding about a flow document: a sentence that says what to do, at the node and field it is about. */
export type FlowProblem = {
  severity: 'error' | 'warning';
  nodeId: string | null;
  /** Path inside the node (or inside the document when `nodeId` is null), such as `content.buttons.2.text`. */
  path: string;
  code: string;
  message: string;
  /** Applied to the checked document it removes this problem and brings no new error. */
  fix?: FlowFix;
};
