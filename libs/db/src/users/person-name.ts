/** How a user `alias` of `app_user` is called in lists: by name, else by address. */
export function personName(alias: string): string {
  return `coalesce(nullif(trim(concat_ws(' ', ${alias}.first_name, ${alias}.last_name)), ''), ${alias}.email)`;
}
