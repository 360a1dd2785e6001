/** Which screen stands under which address. Each is loaded when it is opened. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Failed } from '../part/states.tsx';
import { texts } from './address.ts';
import { carriedKeys } from './carried.ts';
import { basePath } from './cell.ts';
import { codeOf } from './failure.ts';
import { NotFound, Outside } from './outside.tsx';
import { speakFor } from './language.ts';
import { accountQuery, knowNames, meQuery, questions } from './questions.ts';
import { Shell, ShellBefore } from './shell.tsx';

const root = createRootRoute({
  errorComponent: ({ error }) => <Failed error={error} onRetry={() => location.reload()} />,
  notFoundComponent: NotFound,
});

/** Screens of whoever is signed in, in the language of the account; others are asked to sign in first, and led back. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
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
    component: lazyRouteComponent(() => import('../screen/situation/situation.tsx'), 'Situation'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/search',
    validateSearch: texts('q', 'type', 'contributor', 'marking', 'since', 'before'),
    component: lazyRouteComponent(() => import('../screen/search/search.tsx'), 'Search'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/screening',
    validateSearch: texts('tab'),
    component: lazyRouteComponent(() => import('../screen/screening/screening.tsx'), 'Screening'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/record/new',
    validateSearch: texts('kind', 'about'),
    component: lazyRouteComponent(() => import('../screen/record/new-record.tsx'), 'NewRecordScreen'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/record/$id',
    validateSearch: texts('tab', 'contributor', 'act'),
    component: lazyRouteComponent(() => import('../screen/record/record.tsx'), 'RecordScreen'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/graph',
    validateSearch: texts(...carriedKeys, 'from', 'to'),
    component: lazyRouteComponent(() => import('../screen/graph/graph.tsx'), 'Graph'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/places',
    validateSearch: texts(...carriedKeys),
    component: lazyRouteComponent(() => import('../screen/places/places.tsx'), 'Places'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/reports',
    validateSearch: texts('q'),
    component: lazyRouteComponent(() => import('../screen/reports/reports.tsx'), 'Reports'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/reports/new',
    component: lazyRouteComponent(() => import('../screen/reports/write-report.tsx'), 'NewReport'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/reports/$id',
    component: lazyRouteComponent(() => import('../screen/reports/report.tsx'), 'ReportScreen'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/reports/$id/edit',
    component: lazyRouteComponent(() => import('../screen/reports/write-report.tsx'), 'EditReport'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/requests',
    validateSearch: texts('board', 'state'),
    component: lazyRouteComponent(() => import('../screen/requests/requests.tsx'), 'Requests'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/requests/new',
    validateSearch: texts('about', 'to', 'purpose', 'reason'),
    component: lazyRouteComponent(() => import('../screen/requests/ask.tsx'), 'Ask'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/requests/$id',
    component: lazyRouteComponent(() => import('../screen/requests/request.tsx'), 'RequestScreen'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/matching',
    component: lazyRouteComponent(() => import('../screen/matching/matching.tsx'), 'Matching'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/matching/new',
    component: lazyRouteComponent(() => import('../screen/matching/propose.tsx'), 'Propose'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/matching/$id',
    component: lazyRouteComponent(() => import('../screen/matching/agreement.tsx'), 'AgreementScreen'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/bring-in',
    validateSearch: texts('batch'),
    component: lazyRouteComponent(() => import('../screen/bring-in/bring-in.tsx'), 'BringIn'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/consent',
    validateSearch: texts('tab', 'request'),
    component: lazyRouteComponent(() => import('../screen/consent/consent.tsx'), 'Consent'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/decisions',
    validateSearch: texts('board'),
    component: lazyRouteComponent(() => import('../screen/decisions/decisions.tsx'), 'Decisions'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/decisions/new',
    validateSearch: texts('kind', 'community'),
    component: lazyRouteComponent(
      () => import('../screen/decisions/write/write-decision.tsx'),
      'NewDecision',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/decisions/$id',
    component: lazyRouteComponent(() => import('../screen/decisions/decision.tsx'), 'DecisionScreen'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/decisions/$id/write',
    component: lazyRouteComponent(
      () => import('../screen/decisions/write/write-decision.tsx'),
      'ChangeDecision',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/coalition',
    validateSearch: texts('community'),
    component: lazyRouteComponent(() => import('../screen/coalition/coalition.tsx'), 'Coalition'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/inbox',
    validateSearch: texts('show'),
    component: lazyRouteComponent(() => import('../screen/inbox/inbox.tsx'), 'Inbox'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/protection',
    validateSearch: texts('tab', 'request', 'file'),
    component: lazyRouteComponent(() => import('../screen/protection/protection.tsx'), 'Protection'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/ledger',
    component: lazyRouteComponent(() => import('../screen/ledger/ledger.tsx'), 'Ledger'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/settings',
    validateSearch: texts('tab'),
    component: lazyRouteComponent(() => import('../screen/settings/settings.tsx'), 'Settings'),
  }),
]);

const doors = outside.addChildren([
  createRoute({
    getParentRoute: () => outside,
    path: '/sign-in',
    validateSearch: texts('next'),
    component: lazyRouteComponent(() => import('../screen/entrance/sign-in.tsx'), 'SignIn'),
  }),
  createRoute({
    getParentRoute: () => outside,
    path: '/sign-in/return',
    component: lazyRouteComponent(() => import('../screen/entrance/through-provider.tsx'), 'ProviderReturn'),
  }),
  createRoute({
    getParentRoute: () => outside,
    path: '/sign-in/recovery',
    component: lazyRouteComponent(() => import('../screen/entrance/recovery.tsx'), 'Recovery'),
  }),
  createRoute({
    getParentRoute: () => outside,
    path: '/welcome',
    component: lazyRouteComponent(() => import('../screen/entrance/welcome.tsx'), 'Welcome'),
  }),
]);

export const router = createRouter({
  routeTree: root.addChildren([screens, doors]),
  basepath: basePath,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
