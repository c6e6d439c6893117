/** One finding about a flow document: a sentence that says what to do, at the node and field it is about. */
export type FlowProblem = {
  severity: 'error' | 'warning';
  nodeId: string | null;
  /** Path inside the node (or inside the document when `nodeId` is null), such as `content.buttons.2.text`. */
  path: string;
  code: string;
  message: string;
};
