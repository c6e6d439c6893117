import { createBrowserRouter, type RouteObject } from 'react-router';
import { AccountLayout } from './account-layout';
import { askEarly } from './ask-early';
import { CrashPage } from './crash-page';
import { HomeRedirect } from './home-redirect';
import { NotFoundPage } from './not-found-page';
import { PageSkeleton } from './page-skeleton';
import { SignedInLayout } from './signed-in-layout';
import { SignedOutLayout } from './signed-out-layout';

const accountPages: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('../features/overview/overview-page')).OverviewPage }),
  },
  {
    path: 'flows',
    lazy: async () => ({ Component: (await import('../features/flows/flows-page')).FlowsPage }),
  },
  {
    path: 'flows/new',
    lazy: async () => ({
      Component: (await import('../features/flows/gallery/templates-page')).TemplatesPage,
    }),
  },
  {
    path: 'flows/:flowId',
    ...askEarly.flow,
    lazy: async () => ({ Component: (await import('../features/builder/builder-page')).BuilderPage }),
  },
  {
    path: 'flows/:flowId/waiting',
    lazy: async () => ({ Component: (await import('../features/runs/waiting-page')).WaitingPage }),
  },
  {
    path: 'triggers',
    lazy: async () => ({ Component: (await import('../features/triggers/triggers-page')).TriggersPage }),
  },
  {
    path: 'contacts',
    lazy: async () => ({ Component: (await import('../features/contacts/contacts-page')).ContactsPage }),
  },
  {
    path: 'contacts/:contactId',
    lazy: async () => ({
      Component: (await import('../features/contacts/contact-profile-page')).ContactProfilePage,
    }),
  },
  {
    path: 'inbox/:conversationId?',
    lazy: async () => ({ Component: (await import('../features/inbox/inbox-page')).InboxPage }),
  },
  {
    path: 'menu',
    lazy: async () => ({
      Component: (await import('../features/messenger-profile/messenger-profile-page')).MessengerProfilePage,
    }),
  },
  {
    path: 'doctor',
    lazy: async () => ({ Component: (await import('../features/doctor/doctor-page')).DoctorPage }),
  },
  {
    path: 'settings',
    lazy: async () => ({
      Component: (await import('../features/accounts/account-settings-page')).AccountSettingsPage,
    }),
  },
];

const fallback = { hydrateFallbackElement: <PageSkeleton />, errorElement: <CrashPage /> };

/** Every address of the app. Pages load when they are first shown. */
export const router = createBrowserRouter([
  {
    // For people without a login, and for those with one alike.
    path: '/data-deletion/:code?',
    ...fallback,
    lazy: async () => ({
      Component: (await import('../features/privacy/data-deletion-page')).DataDeletionPage,
    }),
  },
  {
    // For whoever was given the link.
    path: '/try/:token',
    ...fallback,
    lazy: async () => ({
      Component: (await import('../features/shared-flow/shared-flow-page')).SharedFlowPage,
    }),
  },
  {
    element: <SignedOutLayout />,
    ...fallback,
    children: [
      {
        path: '/login',
        lazy: async () => ({ Component: (await import('../features/auth/login-page')).LoginPage }),
      },
      {
        path: '/register',
        lazy: async () => ({ Component: (await import('../features/auth/register-page')).RegisterPage }),
      },
    ],
  },
  {
    element: <SignedInLayout />,
    ...fallback,
    ...askEarly.frame,
    children: [
      {
        errorElement: <CrashPage />,
        children: [
          { path: '/', element: <HomeRedirect /> },
          {
            path: '/accounts',
            lazy: async () => ({
              Component: (await import('../features/accounts/accounts-page')).AccountsPage,
            }),
          },
          {
            path: '/accounts/connect',
            lazy: async () => ({
              Component: (await import('../features/connect/connect-page')).ConnectPage,
            }),
          },
          {
            path: '/accounts/:accountId',
            element: <AccountLayout />,
            children: [
              {
                errorElement: <CrashPage />,
                children: [...accountPages, { path: '*', element: <NotFoundPage /> }],
              },
            ],
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
