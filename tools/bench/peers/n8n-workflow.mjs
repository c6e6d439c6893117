const condition = (id, leftValue, rightValue) => ({
  id,
  leftValue,
  rightValue,
  operator: { type: 'string', operation: 'equals' },
});

const messagePart = '$("Webhook").item.json.body.entry[0].messaging[0]';

const node = (name, type, typeVersion, place, parameters) => ({
  id: name.toLowerCase(),
  name,
  type: `n8n-nodes-base.${type}`,
  typeVersion,
  position: [place * 200, 0],
  parameters,
});

const webhook = {
  ...node('Webhook', 'webhook', 2, 0, {
    httpMethod: 'POST',
    path: 'instagram',
    responseMode: 'onReceived',
  }),
  webhookId: 'instagram',
};

const hmac = (secret) =>
  node('Hmac', 'crypto', 1, 1, {
    action: 'hmac',
    type: 'SHA256',
    value: '={{ JSON.stringify($json.body) }}',
    dataPropertyName: 'signature',
    secret,
    encoding: 'hex',
  });

const isSignedAndWanted = node('If', 'if', 2, 2, {
  conditions: {
    options: { caseSensitive: true, leftValue: '', typeValidation: 'strict' },
    combinator: 'and',
    conditions: [
      condition(
        'signature',
        '={{ "sha256=" + $json.signature }}',
        '={{ $json.headers["x-hub-signature-256"] }}',
      ),
      condition('keyword', `={{ ${messagePart}.message.text }}`, 'hello'),
    ],
  },
});

const send = (stubUrl) =>
  node('Send', 'httpRequest', 4.2, 3, {
    method: 'POST',
    url: `=${stubUrl}/v25.0/{{ $("Webhook").item.json.body.entry[0].id }}/messages`,
    sendBody: true,
    specifyBody: 'json',
    jsonBody: `={{ { recipient: { id: ${messagePart}.sender.id }, message: { text: "Hello!" } } }}`,
  });

const to = (name) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });

/** Webhook that answers at once → HMAC → signature and keyword → HTTP request. */
export const n8nWorkflow = ({ stubUrl, secret }) => ({
  id: 'benchWorkflow001',
  name: 'bench',
  active: false,
  settings: {},
  nodes: [webhook, hmac(secret), isSignedAndWanted, send(stubUrl)],
  connections: { Webhook: to('Hmac'), Hmac: to('If'), If: to('Send') },
});
