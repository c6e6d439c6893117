import { createHmac } from 'node:crypto';
import { Pool } from 'undici';

const sign = (body, secret) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** A text message from `igsid` to the account `userId`, as Instagram delivers it. */
export const textEvent = ({ userId, igsid, mid, text, at = Date.now() }) => ({
  object: 'instagram',
  entry: [
    {
      id: userId,
      time: at,
      messaging: [
        { sender: { id: igsid }, recipient: { id: userId }, timestamp: at, message: { mid, text } },
      ],
    },
  ],
});

/** A tap on a quick reply. */
export const tapEvent = ({ userId, igsid, mid, title, payload, at = Date.now() }) => {
  const event = textEvent({ userId, igsid, mid, text: title, at });
  event.entry[0].messaging[0].message.quick_reply = { payload };
  return event;
};

/** Posts signed webhooks to one server over kept-alive connections. */
export const createWebhookLoad = ({ url, secret, connections }) => {
  const pool = new Pool(url, { connections, pipelining: 1 });

  const send = async (event) => {
    const body = JSON.stringify(event);
    const startedAt = performance.now();
    const { statusCode, body: answer } = await pool.request({
      path: '/api/v1/webhooks/instagram',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': sign(body, secret) },
      body,
    });
    await answer.dump();
    if (statusCode !== 200) throw new Error(`the webhook was answered with ${statusCode}`);
    return { startedAt, tookMs: performance.now() - startedAt };
  };

  return {
    send,
    /** As fast as answers come, with `concurrency` requests under way. Answers the acknowledgement times in ms. */
    closedLoop: async (events, concurrency) => {
      const times = [];
      let next = 0;
      const worker = async () => {
        while (next < events.length) {
          const event = events[next];
          next += 1;
          times.push((await send(event)).tookMs);
        }
      };
      await Promise.all(Array.from({ length: concurrency }, worker));
      return times;
    },
    /**
     * `perSecond` events at even distances, whatever the answers do. Each time runs from the moment the event was due,
     * so a stall counts for everything it delayed.
     */
    openLoop: async (events, perSecond) => {
      const begin = performance.now() + 50;
      const pending = events.map(
        (event, index) =>
          new Promise((resolve, reject) => {
            const dueAt = begin + (index * 1000) / perSecond;
            setTimeout(
              () => {
                send(event).then(() => resolve({ dueAt, tookMs: performance.now() - dueAt }), reject);
              },
              Math.max(0, dueAt - performance.now()),
            );
          }),
      );
      return Promise.all(pending);
    },
    close: () => pool.close(),
    /** Ends also requests that will never be answered. */
    destroy: () => pool.destroy(),
  };
};
