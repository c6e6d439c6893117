import type { DraftChange, DraftStore, KeptRecord } from './draft-store';

const databaseName = 'instaflow-drafts';
const storeNames = ['sessions', 'edits', 'history'] as const;
type StoreName = (typeof storeNames)[number];

let opened: Promise<IDBDatabase> | null = null;

/** Unsaved edits and undo steps in the browser's database: it has room for any flow, and outlives the tab. */
export const draftDatabase: DraftStore = {
  write: async (change) => {
    const { transaction, stores } = await begin('readwrite');
    try {
      writeChange(stores, change);
    } catch (error) {
      // What cannot be stored must not leave half of a change behind.
      transaction.abort();
      throw error;
    }
    await committed(transaction);
  },
  list: async (flowKey) => {
    const { stores } = await begin('readonly');
    return toRows(await answerOf(stores('sessions').index('flow').getAll(flowKey)));
  },
  read: async (sessionId) => {
    const { stores } = await begin('readonly');
    const answers = await Promise.all([
      answerOf(stores('sessions').get(sessionId)),
      answerOf(stores('edits').getAll(rowsOf(sessionId))),
      answerOf(stores('history').getAll(rowsOf(sessionId))),
    ]);
    return toRecord(answers);
  },
};

const toRecord = ([session, edits, history]: [unknown, unknown, unknown]): KeptRecord => ({
  session,
  edits: toRows(edits),
  history: toRows(history),
});

function toRows(found: unknown): unknown[] {
  return Array.isArray(found) ? found : [];
}

function writeChange(stores: (name: StoreName) => IDBObjectStore, change: DraftChange): void {
  const { sessionId, forget, head, edits, history } = change;
  for (const forgotten of forget) {
    stores('sessions').delete(forgotten);
    stores('edits').delete(rowsOf(forgotten));
    stores('history').delete(rowsOf(forgotten));
  }
  if (head) stores('sessions').put({ ...head, sessionId });
  for (const number of edits.drop) stores('edits').delete([sessionId, number]);
  for (const edit of edits.put) stores('edits').put({ ...edit, sessionId });
  for (const place of history.drop) stores('history').delete([sessionId, place]);
  for (const step of history.put) stores('history').put({ ...step, sessionId });
}

const rowsOf = (sessionId: string): IDBKeyRange => IDBKeyRange.bound([sessionId], [sessionId, []]);

async function begin(mode: IDBTransactionMode) {
  opened ??= open();
  const database = await opened.catch((error: unknown) => {
    opened = null;
    throw error;
  });
  const transaction = database.transaction(storeNames, mode);
  return { transaction, stores: (name: StoreName) => transaction.objectStore(name) };
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => {
      const { result: database } = request;
      database.createObjectStore('sessions', { keyPath: 'sessionId' }).createIndex('flow', 'flowKey');
      database.createObjectStore('edits', { keyPath: ['sessionId', 'number'] });
      database.createObjectStore('history', { keyPath: ['sessionId', 'place'] });
    };
    request.onsuccess = () => {
      // Closed by the browser (its data was deleted): opened anew with the next use.
      request.result.onclose = () => {
        opened = null;
      };
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('No database'));
    };
  });
}

/** Told before it waits for the disk, so that a tab that is closed right after a key press loses nothing. */
function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => {
      reject(transaction.error ?? new Error('Not written'));
    };
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = fail;
    transaction.onerror = fail;
    transaction.commit();
  });
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('Not read'));
    };
  });
}
