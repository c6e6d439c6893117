import { restoreSession } from '../shared/session/restore-session';

// Everything a page asks for waits for the session, so it is asked for before anything is drawn. Who needs it asks
// again, and shows what is wrong.
restoreSession().catch(() => undefined);
