/** Contacts are spread over this many shards; fixed in the database by `contact_shard`. */
export const shardCount = 16;

/** Which shard works a contact; the same as `contact_shard` in the database. */
export const shardOfContact = (contactId: string): number => Number.parseInt(contactId.slice(-1), shardCount);
