/** The first word is the first name, the rest the last name; Instagram knows only one field. */
export const splitName = (name: string | null): { firstName: string | null; lastName: string | null } => {
  const [firstName, ...rest] = (name ?? '').trim().split(/\s+/);
  return { firstName: firstName || null, lastName: rest.join(' ') || null };
};
