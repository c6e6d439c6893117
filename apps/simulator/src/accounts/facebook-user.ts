/** The one Facebook user of this world, who manages all Pages. */
export const facebookUser = { id: '10220000000000017', name: 'Page Owner' } as const;
