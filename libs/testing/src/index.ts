export { addWorkspaceMember } from './add-workspace-member';
export { createTestDatabase, type TestDatabase } from './create-test-database';
export { FakeClock } from './fake-clock';
export { hasRedisServer } from './has-redis-server';
export { startModelStub, type ModelReply, type ModelRequest, type ModelStub } from './start-model-stub';
export { startTestRedis, type TestRedis } from './start-test-redis';
export { startTcpProxy, type TcpProxy } from './start-tcp-proxy';
export { waitFor } from './wait-for';
