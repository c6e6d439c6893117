import { z } from 'zod';
import { defineEndpoint } from './endpoint';

export const systemEndpoints = {
  getSystemInfo: defineEndpoint({
    method: 'GET',
    path: '/system/info',
    access: 'public',
    tag: 'system',
    summary: 'What this installation offers before anyone signs in',
    status: 200,
    response: z.object({
      version: z.string(),
      /** Address of the test phone when the built-in simulator runs. */
      simulatorUrl: z.string().nullable(),
      demoEmail: z.string().nullable(),
    }),
  }),
};
