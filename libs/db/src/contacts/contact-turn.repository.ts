import { pageById } from '../pagination/page-by-id';
import type { Page, PageRequest } from '../pagination/page';
import type { Tx } from '../transaction';
import { ContactTurnEntity } from './contact-turn.entity';

export const contactTurnRepository = {
  /** The turns of a contact, newest first. */
  list: (
    tx: Tx,
    { request, ...key }: { contactId: string; workspaceId: string; request: PageRequest },
  ): Promise<Page<ContactTurnEntity>> =>
    pageById(tx.createQueryBuilder(ContactTurnEntity, 'turn').where(key), request, 'DESC'),
};
