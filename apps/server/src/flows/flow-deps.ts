import type { Dependencies } from '../dependencies';

/** What changing a flow needs besides its transaction. */
export type FlowDeps = Pick<Dependencies, 'config' | 'clock'>;
