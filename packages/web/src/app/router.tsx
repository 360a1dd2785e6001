/** Which screen stands under which address. Each is loaded when it is opened. */
import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { texts } from './address.ts';
import { carriedKeys } from './carried.ts';
import { basePath } from './cell.ts';
import { codeOf } from './failure.ts';
import { screenOf } from './files.ts';
import { NotFound, Outside } from './outside.tsx';
import { speakFor } from './language.ts';
import { accountQuery, knowNames, meQuery, questions } from './questions.ts';
import { ScreenFailed } from './screen-failed.tsx';
import { ShellBefore } from './shell-before.tsx';

const root = createRootRoute({
  errorComponent: ScreenFailed,
  notFoundComponent: NotFound,
});

/** Screens of whoever is signed in, in the language of the account; others are asked to sign in first, and led back. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: screenOf(() => import('./shell.tsx'), 'Shell'),
  pendingComponent: ShellBefore,
  pendingMs: 200,
  pendingMinMs: 0,
  beforeLoad: async ({ location: { href } }) => {
    try {
      const [account] = await Promise.all([
        questions.query({ ...accountQuery, staleTime: 'static' }),
        questions.query({ ...meQuery, staleTime: 'static' }),
      ]);
      await speakFor(account);
    } catch (error) {
      if (codeOf(error) !== 'unauthenticated') throw error;
      redirect({ to: '/sign-in', search: { next: href }, throw: true });
    }
  },
  loader: knowNames,
});

const outside = createRoute({ getParentRoute: () => root, id: 'outside', component: Outside });

const screens = inside.addChildren([
  createRoute({
    getParentRoute: () => inside,
    path: '/',
    validateSearch: texts('period', 'since', 'before', 'contributor', 'type'),
    component: screenOf(() => import('../screen/situation/situation.tsx'), 'Situation'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/search',
    validateSearch: texts('q', 'type', 'contributor', 'marking', 'since', 'before'),
    component: screenOf(() => import('../screen/search/search.tsx'), 'Search'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/screening',
    validateSearch: texts('tab'),
    component: screenOf(() => import('../screen/screening/screening.tsx'), 'Screening'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/record/new',
    validateSearch: texts('kind', 'about'),
    component: screenOf(() => import('../screen/record/new-record.tsx'), 'NewRecordScreen'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/record/$id',
    validateSearch: texts('tab', 'contributor', 'act'),
    component: screenOf(() => import('../screen/record/record.tsx'), 'RecordScreen'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/graph',
    validateSearch: texts(...carriedKeys, 'from', 'to'),
    component: screenOf(() => import('../screen/graph/graph.tsx'), 'Graph'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/places',
    validateSearch: texts(...carriedKeys),
    component: screenOf(() => import('../screen/places/places.tsx'), 'Places'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/reports',
    validateSearch: texts('q'),
    component: screenOf(() => import('../screen/reports/reports.tsx'), 'Reports'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/reports/new',
    component: screenOf(() => import('../screen/reports/write-report.tsx'), 'NewReport'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/reports/$id',
    component: screenOf(() => import('../screen/reports/report.tsx'), 'ReportScreen'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/reports/$id/edit',
    component: screenOf(() => import('../screen/reports/write-report.tsx'), 'EditReport'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/requests',
    validateSearch: texts('board', 'state'),
    component: screenOf(() => import('../screen/requests/requests.tsx'), 'Requests'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/requests/new',
    validateSearch: texts('about', 'to', 'purpose', 'reason'),
    component: screenOf(() => import('../screen/requests/ask.tsx'), 'Ask'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/requests/$id',
    component: screenOf(() => import('../screen/requests/request.tsx'), 'RequestScreen'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/matching',
    component: screenOf(() => import('../screen/matching/matching.tsx'), 'Matching'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/matching/new',
    component: screenOf(() => import('../screen/matching/propose.tsx'), 'Propose'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/matching/$id',
    component: screenOf(() => import('../screen/matching/agreement.tsx'), 'AgreementScreen'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/bring-in',
    validateSearch: texts('batch'),
    component: screenOf(() => import('../screen/bring-in/bring-in.tsx'), 'BringIn'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/consent',
    validateSearch: texts('tab', 'request'),
    component: screenOf(() => import('../screen/consent/consent.tsx'), 'Consent'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/decisions',
    validateSearch: texts('board'),
    component: screenOf(() => import('../screen/decisions/decisions.tsx'), 'Decisions'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/decisions/new',
    validateSearch: texts('kind', 'community'),
    component: screenOf(() => import('../screen/decisions/write/write-decision.tsx'), 'NewDecision'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/decisions/$id',
    component: screenOf(() => import('../screen/decisions/decision.tsx'), 'DecisionScreen'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/decisions/$id/write',
    component: screenOf(() => import('../screen/decisions/write/write-decision.tsx'), 'ChangeDecision'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/coalition',
    validateSearch: texts('community'),
    component: screenOf(() => import('../screen/coalition/coalition.tsx'), 'Coalition'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/inbox',
    validateSearch: texts('show'),
    component: screenOf(() => import('../screen/inbox/inbox.tsx'), 'Inbox'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/protection',
    validateSearch: texts('tab', 'request', 'file'),
    component: screenOf(() => import('../screen/protection/protection.tsx'), 'Protection'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/ledger',
    component: screenOf(() => import('../screen/ledger/ledger.tsx'), 'Ledger'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/settings',
    validateSearch: texts('tab'),
    component: screenOf(() => import('../screen/settings/settings.tsx'), 'Settings'),
  }),
]);

const doors = outside.addChildren([
  createRoute({
    getParentRoute: () => outside,
    path: '/sign-in',
    validateSearch: texts('next'),
    component: screenOf(() => import('../screen/entrance/sign-in.tsx'), 'SignIn'),
  }),
  createRoute({
    getParentRoute: () => outside,
    path: '/sign-in/return',
    component: screenOf(() => import('../screen/entrance/through-provider.tsx'), 'ProviderReturn'),
  }),
  createRoute({
    getParentRoute: () => outside,
    path: '/sign-in/recovery',
    component: screenOf(() => import('../screen/entrance/recovery.tsx'), 'Recovery'),
  }),
  createRoute({
    getParentRoute: () => outside,
    path: '/welcome',
    component: screenOf(() => import('../screen/entrance/welcome.tsx'), 'Welcome'),
  }),
]);

export const router = createRouter({
  routeTree: root.addChildren([screens, doors]),
  basepath: basePath,
  defaultPreload: 'intent',
  // Within the frame, so that the menu stays.
  defaultErrorComponent: ScreenFailed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
