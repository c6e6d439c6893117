export { createDataSource, type DatabaseRole } from './data-source';
export { migrate } from './migrate';
export { inEngine, inWorkspaces, type Tx } from './transaction';
