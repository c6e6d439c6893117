/** What a layout needs to know of a flow: boxes and lines. Plain data, so that it can travel to a worker. */
export type LayoutGraph = {
  nodes: { id: string; width: number; height: number }[];
  edges: { source: string; target: string }[];
};
