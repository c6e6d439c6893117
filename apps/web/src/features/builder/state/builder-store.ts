import { createStore, type StoreApi } from 'zustand/vanilla';
import { createCanvasSlice, type BuilderView, type CanvasSlice } from './canvas-slice';
import { createFlowSlice, type FlowSlice, type FlowSlicePorts, type FlowSliceStart } from './flow-slice';
import { createSaveSlice, type SaveSlice } from './save-slice';
import { createSelectionSlice, type SelectionSlice } from './selection-slice';

export type BuilderState = FlowSlice & SelectionSlice & CanvasSlice & SaveSlice;
export type BuilderStore = StoreApi<BuilderState>;

/** The state of one open builder. */
export function createBuilderStore({
  revision,
  view,
  ports,
  ...start
}: FlowSliceStart & { revision: number; view: BuilderView; ports: FlowSlicePorts }): BuilderStore {
  return createStore<BuilderState>()((...api) => ({
    ...createFlowSlice(start, ports)(...api),
    ...createSelectionSlice(...api),
    ...createCanvasSlice(view)(...api),
    ...createSaveSlice(revision)(...api),
  }));
}
