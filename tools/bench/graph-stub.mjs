import { createServer } from 'node:http';

/** A token `bench-token-<id>` belongs to the account `<id>`. */
const whoIs = (request, searchParams) => {
  const token =
    request.headers.authorization?.replace(/^Bearer /, '') ?? searchParams.get('access_token') ?? '';
  const id = token.replace('bench-token-', '');
  return { id: `app-${id}`, user_id: id, username: `bench_${id}`, account_type: 'BUSINESS' };
};

const answer = (response, body) => {
  const json = JSON.stringify(body);
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(json),
    'x-app-usage': '{"call_count":1,"total_time":1,"total_cputime":1}',
  });
  response.end(json);
};

/** What was sent to a person, newest first, as reading their conversation shows it. */
const messagesOf = (arrivals, igsid) => ({
  messages: {
    data: arrivals
      .filter(({ recipient }) => recipient === igsid)
      .map(({ at, mid, text }) => ({
        id: mid,
        created_time: new Date(performance.timeOrigin + at).toISOString(),
        from: { id: 'account' },
        message: text,
      }))
      .reverse(),
  },
});

/** The same token again, for another 60 days. */
const renew = (refreshes, token, at) => {
  refreshes.push({ at, token });
  return { access_token: token, token_type: 'bearer', expires_in: 5_183_944 };
};

/** Resolves when `count` messages have been asked for; rejects after `timeoutMs`. */
const untilCount = async (arrivals, count, timeoutMs) => {
  const deadline = performance.now() + timeoutMs;
  while (arrivals.length < count) {
    if (performance.now() > deadline) {
      throw new Error(`only ${arrivals.length} of ${count} messages were sent in ${timeoutMs} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/**
 * The least that looks like Instagram's Graph API: answers every call after `latencyMs` and remembers when each
 * message was asked for. `arrivals` holds `{at, mid, recipient, text}` with `at` from performance.now(), `refreshes` each
 * renewal of a token as `{at, token}`.
 */
export const startGraphStub = async ({ latencyMs }) => {
  const arrivals = [];
  const refreshes = [];
  let nextMessage = 0;
  let first = () => null;

  const answerMessage = (body, at) => {
    if (body.sender_action) return { recipient_id: body.recipient.id };
    nextMessage += 1;
    const mid = `bench-mid-${nextMessage}`;
    arrivals.push({ at, mid, recipient: body.recipient.id, text: body.message?.text ?? '' });
    return { recipient_id: body.recipient.id, message_id: mid };
  };

  const answerTo = (request, body, at) => {
    const { pathname, searchParams } = new URL(request.url, 'http://stub');
    const special = first(pathname, searchParams);
    if (special) return special;
    if (request.method === 'POST' && pathname.endsWith('/messages'))
      return answerMessage(JSON.parse(body), at);
    if (pathname.endsWith('/subscribed_apps')) return { success: true };
    if (pathname.endsWith('/refresh_access_token')) {
      return renew(refreshes, searchParams.get('access_token'), at);
    }
    if (pathname.endsWith('/me')) return whoIs(request, searchParams);
    if (pathname.endsWith('/conversations'))
      return { data: [{ id: `thread-${searchParams.get('user_id')}` }] };
    const igsid = pathname.split('/').at(-1);
    if (igsid.startsWith('thread-')) return messagesOf(arrivals, igsid.replace('thread-', ''));
    return { id: igsid, name: `Person ${igsid}`, username: `person_${igsid}` };
  };

  const server = createServer((request, response) => {
    const at = performance.now();
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = answerTo(request, Buffer.concat(chunks).toString(), at);
      setTimeout(() => answer(response, body), latencyMs);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${server.address().port}`,
    arrivals,
    refreshes,
    reached: (count, timeoutMs) => untilCount(arrivals, count, timeoutMs),
    reset: () => arrivals.splice(0),
    /** Asks `answer(pathname, searchParams)` before everything else; null leaves it to the stub. */
    answerFirst: (answerIt) => void (first = answerIt),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
};
