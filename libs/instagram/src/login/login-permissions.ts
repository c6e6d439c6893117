export type LoginKind = 'instagram' | 'facebook';

export type Permission = {
  name: string;
  isRequired: boolean;
  /** What does not work without it, for the owner. */
  purpose: string;
};

/** What each kind of login asks for. The optional ones are asked for too; an account works without them. */
export const loginPermissions: Readonly<Record<LoginKind, readonly Permission[]>> = {
  instagram: [
    {
      name: 'instagram_business_basic',
      isRequired: true,
      purpose: 'Reads the name of the account and its posts.',
    },
    {
      name: 'instagram_business_manage_messages',
      isRequired: true,
      purpose: 'Receives and answers messages.',
    },
    {
      name: 'instagram_business_manage_comments',
      isRequired: false,
      purpose: 'Reads and answers comments.',
    },
  ],
  facebook: [
    { name: 'instagram_basic', isRequired: true, purpose: 'Reads the name of the account and its posts.' },
    { name: 'instagram_manage_messages', isRequired: true, purpose: 'Receives and answers messages.' },
    { name: 'pages_show_list', isRequired: true, purpose: 'Finds the Page the account is linked to.' },
    { name: 'pages_manage_metadata', isRequired: true, purpose: 'Switches webhooks of the Page on.' },
    { name: 'pages_read_engagement', isRequired: true, purpose: 'Reads the Page the account is linked to.' },
    { name: 'instagram_manage_comments', isRequired: false, purpose: 'Reads and answers comments.' },
    { name: 'pages_messaging', isRequired: false, purpose: 'Answers comments by a private message.' },
    {
      name: 'business_management',
      isRequired: false,
      purpose: 'Finds Pages that belong to a business portfolio.',
    },
  ],
};

/** The permissions of a login that were not granted, the required ones first. */
export const listMissingPermissions = (login: LoginKind, granted: readonly string[]): Permission[] => {
  const missing = loginPermissions[login].filter(({ name }) => !granted.includes(name));
  return [
    ...missing.filter(({ isRequired }) => isRequired),
    ...missing.filter(({ isRequired }) => !isRequired),
  ];
};
