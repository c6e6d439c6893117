import { createServer } from 'node:http';

/**
 * The least that looks like Instagram's Graph API: answers every call after `latencyMs` and remembers when each
 * message was asked for. `arrivals` holds `{at, recipient, text}` with `at` from performance.now().
 */
export const startGraphStub = async ({ latencyMs }) => {
  const arrivals = [];
  let nextMessage = 0;
  let onArrival = () => {};

  const answer = (response, body) => {
    const json = JSON.stringify(body);
    setTimeout(() => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(json),
        'x-app-usage': '{"call_count":1,"total_time":1,"total_cputime":1}',
      });
      response.end(json);
    }, latencyMs);
  };

  const server = createServer((request, response) => {
    const at = performance.now();
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname } = new URL(request.url, 'http://stub');
      if (request.method === 'POST' && pathname.endsWith('/messages')) {
        const body = JSON.parse(Buffer.concat(chunks).toString());
        if (body.sender_action) return answer(response, { recipient_id: body.recipient.id });
        nextMessage += 1;
        arrivals.push({ at, recipient: body.recipient.id, text: body.message?.text ?? '' });
        onArrival(arrivals.length);
        return answer(response, { recipient_id: body.recipient.id, message_id: `bench-mid-${nextMessage}` });
      }
      if (pathname.endsWith('/subscribed_apps')) return answer(response, { success: true });
      if (pathname.endsWith('/me')) {
        const token = new URL(request.url, 'http://stub').searchParams.get('access_token');
        const bearer = request.headers.authorization?.replace(/^Bearer /, '') ?? token ?? '';
        const id = bearer.replace('bench-token-', '');
        return answer(response, {
          id: `app-${id}`,
          user_id: id,
          username: `bench_${id}`,
          account_type: 'BUSINESS',
        });
      }
      const igsid = pathname.split('/').at(-1);
      return answer(response, { id: igsid, name: `Person ${igsid}`, username: `person_${igsid}` });
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${server.address().port}`,
    arrivals,
    /** Resolves when `count` messages have been asked for; rejects after `timeoutMs`. */
    reached: (count, timeoutMs) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () =>
            reject(new Error(`only ${arrivals.length} of ${count} messages were sent in ${timeoutMs} ms`)),
          timeoutMs,
        );
        const check = (length) => {
          if (length < count) return;
          clearTimeout(timer);
          resolve();
        };
        onArrival = check;
        check(arrivals.length);
      }),
    reset: () => arrivals.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
};
