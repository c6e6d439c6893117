import './resolve-libs.cjs';
import { startTestServer } from './test-server-process';

/** Before the first medium test: one server for all files, one migrated template they are copied from. */
export default async function startPostgres(): Promise<void> {
  await startTestServer();
}
