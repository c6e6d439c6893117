import './resolve-libs.cjs';
import { stopTestServer } from './test-server-process';

/** After the last medium test. */
export default async function stopPostgres(): Promise<void> {
  await stopTestServer();
}
