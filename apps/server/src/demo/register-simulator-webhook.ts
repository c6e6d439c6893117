import { z } from 'zod';
import type { Dependencies } from '../dependencies';
import { callSimulator } from './simulator-control';

/** Tells the simulator where to deliver; it makes the same handshake as Meta. Without simulator nothing happens. */
export async function registerSimulatorWebhook(
  { config, simulatorUrl, log }: Pick<Dependencies, 'config' | 'simulatorUrl' | 'log'>,
  address: string,
): Promise<void> {
  if (simulatorUrl === null) return;
  const { port } = new URL(address);
  const url = `http://127.0.0.1:${port}/api/v1/webhooks/instagram`;
  try {
    await callSimulator(simulatorUrl, {
      method: 'POST',
      path: '/webhook',
      body: {
        url,
        deauthorizeUrl: `${url}/deauthorize`,
        dataDeletionUrl: `${url}/data-deletion`,
        appSecret: config.instagram.appSecret,
        verifyToken: config.instagram.verifyToken,
      },
      answer: z.looseObject({}),
    });
  } catch (error) {
    log.error({ err: error }, 'The simulator does not know where to deliver events.');
  }
}
