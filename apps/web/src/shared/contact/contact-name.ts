type Named = {
  firstName: string | null;
  lastName: string | null;
  instagramUsername: string | null;
  instagramUserId: string;
};

/** What to call a contact: the name, else the user name, else the id. */
export function contactName({ firstName, lastName, instagramUsername, instagramUserId }: Named): string {
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return name || (instagramUsername ? `@${instagramUsername}` : instagramUserId);
}
