import { createMediaFetcher, createMediaRetention } from '@instaflow/flow-runtime';
import { createOutboundClient, type OutboundClient } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';

type Parts = Pick<
  Dependencies,
  'engineSource' | 'mediaStore' | 'clock' | 'log' | 'metrics' | 'config' | 'simulatorUrl'
>;

const dayMs = 24 * 3_600_000;

/** Fetches what people send, and removes what is not to be kept any longer. */
export function startMediaKeepers(parts: Parts): { stop(): Promise<void> } {
  const { engineSource: dataSource, mediaStore: store, clock, log: logger, metrics, config } = parts;
  const fetcher = createMediaFetcher({
    ...{ dataSource, store, clock, logger, metrics },
    http: createMediaClient(parts),
    retentionMs: config.media.retentionDays * dayMs,
  });
  const retention = createMediaRetention({ dataSource, store, clock, logger });
  fetcher.start();
  retention.start();
  return {
    stop: async () => {
      await Promise.all([fetcher.stop(), retention.stop()]);
    },
  };
}

/** Loads from the public internet only, except from a stand-in for Instagram: that one's own port on this machine. */
function createMediaClient({ config, simulatorUrl }: Pick<Parts, 'config' | 'simulatorUrl'>): OutboundClient {
  const standIn = config.instagram.graphApiUrl ?? simulatorUrl;
  const { hostname, port } = new URL(standIn ?? 'https://graph.instagram.com');
  if (hostname !== 'localhost' && !/^127\./.test(hostname)) return createOutboundClient();
  return createOutboundClient({
    allowAddress: (target) => target.port === Number(port) && /^(127\.|::1$)/.test(target.address),
  });
}
