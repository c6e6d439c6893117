import type { DataSource } from 'typeorm';

/** A pool or an open transaction: whatever runs one statement. */
export type Queryable = Pick<DataSource, 'query'>;
