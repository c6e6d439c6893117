/** How the global setup tells the test files where their PostgreSQL is. */
const serverUrlName = 'INSTAFLOW_TEST_SERVER_URL';
const templateName = 'INSTAFLOW_TEST_TEMPLATE';

export type TestServer = { serverUrl: string; template: string };

/** Called once by the global setup; the workers inherit it. */
export function announceTestServer(server: TestServer): void {
  process.env[serverUrlName] = server.serverUrl;
  process.env[templateName] = server.template;
}

/** Throws where no global setup has run, as in the project of the pure tests. */
export function getTestServer(): TestServer {
  const serverUrl = process.env[serverUrlName];
  const template = process.env[templateName];
  if (serverUrl === undefined || template === undefined) {
    throw new Error('There is no test database here: name the file *.medium.spec.ts.');
  }
  return { serverUrl, template };
}
