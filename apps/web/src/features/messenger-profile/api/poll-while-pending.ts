const lookEveryMs = 2_000;

/** Looks again while Instagram has not taken what is stored; nothing reports that by itself. */
export const pollWhilePending = ({
  state,
}: {
  state: { data?: { state: string } | undefined };
}): number | false => (state.data?.state === 'pending' ? lookEveryMs : false);
