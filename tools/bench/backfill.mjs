import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { startGraphStub } from './graph-stub.mjs';
import { createApi, installAccounts, oneSendFlow } from './installation.mjs';
import { residentMegabytes, startServer } from './server-process.mjs';
import { round } from './statistics.mjs';

const people = 250;
/** As many as Instagram shows of one conversation. */
const messagesEach = 20;
const pageSize = 50;

/** What was written an hour ago and no webhook told of, as reading conversations shows it. */
const missedConversations = (userId) => {
  const at = Date.now() - 3_600_000;
  const timeOf = (index) => new Date(at + index * 1_000).toISOString();
  const messagesOf = (person) =>
    Array.from({ length: messagesEach }, (_, index) => ({
      id: `missed-${person}-${index}`,
      created_time: timeOf(index),
      from: { id: String(910_000_000_000_000 + person) },
      to: { data: [{ id: userId }] },
      message: 'Good day, is this still to be had in blue?',
    })).reverse();
  return (pathname, searchParams) => {
    if (pathname.endsWith('/conversations')) {
      const from = Number(searchParams.get('after') ?? 0);
      const until = Math.min(people, from + Number(searchParams.get('limit') ?? pageSize));
      const data = Array.from({ length: until - from }, (_, index) => ({
        id: `missed-thread-${from + index}`,
        updated_time: timeOf(messagesEach),
      }));
      const isLast = until === people;
      const cursors = { after: String(until) };
      return { data, paging: isLast ? { cursors } : { cursors, next: `http://stub/?after=${until}` } };
    }
    if (pathname.endsWith('/media')) return { data: [] };
    const [, person] = /missed-thread-(\d+)$/.exec(pathname) ?? [];
    return person === undefined ? null : { messages: { data: messagesOf(Number(person)) } };
  };
};

const peakMegabytes = (pid) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Reading 5,000 missed messages from Instagram at the two calls a second it allows: how long, and at what memory. */
export const measureBackfill = async ({ env }) => {
  const stub = await startGraphStub({ latencyMs: 20 });
  const server = await startServer({ env: { GRAPH_API_URL: stub.url, SEED_DEMO: 'false', ...env } });
  try {
    const api = await createApi(server.url);
    const [userId] = await installAccounts({ api, count: 1, flowDefinition: oneSendFlow });
    const { instagramAccounts } = await api('GET', '/instagram-accounts');
    const path = `/instagram-accounts/${instagramAccounts[0].instagramAccountId}/doctor`;
    stub.answerFirst(missedConversations(userId));
    const before = residentMegabytes(server.pid);
    const startedAt = performance.now();
    await api('POST', `${path}/fix`, { fixId: 'recover_missed' });
    let reading;
    do {
      await pause(500);
      reading = await api('GET', `${path}/recovery`);
    } while (['waiting', 'running'].includes(reading.state) && performance.now() - startedAt < 600_000);
    const seconds = (performance.now() - startedAt) / 1_000;
    if (reading.state !== 'done' || reading.eventsFound !== people * messagesEach) {
      throw new Error(`the reading ended ${reading.state} with ${reading.eventsFound} events`);
    }
    return {
      events: reading.eventsFound,
      seconds: round(seconds),
      beforeMb: round(before, 0),
      peakMb: round(peakMegabytes(server.pid), 0),
      loadAverage: round(loadavg()[0]),
    };
  } finally {
    await server.stop();
    await stub.close();
  }
};
