import type { DraftChange, DraftStore, KeptRecord } from './draft-store';

const databaseName = 'instaflow-drafts';
const storeNames = ['sessions', 'documents', 'edits', 'history'] as const;
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
      answerOf(stores('documents').get(sessionId)),
      answerOf(stores('edits').getAll(rowsOf(sessionId))),
      answerOf(stores('history').getAll(rowsOf(sessionId))),
    ]);
    return toRecord(answers);
  },
};

/** Opens the database ahead of its first use. What fails here fails there again, and is answered there. */
export function connectDrafts(): void {
  opened ??= open();
  opened.catch(() => undefined);
}

const toRecord = ([session, documents, edits, history]: [
  unknown,
  unknown,
  unknown,
  unknown,
]): KeptRecord => ({
  session: Object.assign({}, session, documents),
  edits: toRows(edits),
  history: toRows(history),
});

function toRows(found: unknown): unknown[] {
  return Array.isArray(found) ? found : [];
}

function writeChange(stores: (name: StoreName) => IDBObjectStore, change: DraftChange): void {
  const { sessionId, forget, head, documents, edits, history } = change;
  for (const forgotten of forget) {
    stores('sessions').delete(forgotten);
    stores('documents').delete(forgotten);
    stores('edits').delete(rowsOf(forgotten));
    stores('history').delete(rowsOf(forgotten));
  }
  if (head) stores('sessions').put({ ...head, sessionId });
  if (documents) stores('documents').put({ ...documents, sessionId });
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
    const request = indexedDB.open(databaseName, 2);
    request.onupgradeneeded = ({ oldVersion }) => {
      const { result: database } = request;
      if (oldVersion < 1) {
        database.createObjectStore('sessions', { keyPath: 'sessionId' }).createIndex('flow', 'flowKey');
        database.createObjectStore('edits', { keyPath: ['sessionId', 'number'] });
        database.createObjectStore('history', { keyPath: ['sessionId', 'place'] });
      }
      // Until then the documents lay with the head, where they are still read.
      database.createObjectStore('documents', { keyPath: 'sessionId' });
    };
    request.onsuccess = () => {
      const { result: database } = request;
      // Closed by the browser (its data was deleted): opened anew with the next use.
      database.onclose = () => {
        opened = null;
      };
      // Another tab has a newer program, which cannot begin before.
      database.onversionchange = () => {
        database.close();
        opened = null;
      };
      resolve(database);
    };
    request.onblocked = () => {
      reject(new Error('A tab with an older program holds the database'));
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
