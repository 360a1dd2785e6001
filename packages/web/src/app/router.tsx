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
import { basePath } from './cell.ts';
import { codeOf } from './failure.ts';
import { NotFound, Outside } from './outside.tsx';
import { meQuery, questions } from './questions.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({
  errorComponent: ({ error }) => <Failed error={error} onRetry={() => location.reload()} />,
  notFoundComponent: NotFound,
});

/** Screens of whoever is signed in; others are asked to sign in first, and led back. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ location: { href } }) => {
    try {
      await questions.query({ ...meQuery, staleTime: 'static' });
    } catch (error) {
      if (codeOf(error) !== 'unauthenticated') throw error;
      redirect({ to: '/sign-in', search: { next: href }, throw: true });
    }
  },
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
    validateSearch: texts('q', 'type', 'contributor', 'since', 'before'),
    component: lazyRouteComponent(() => import('../screen/search/search.tsx'), 'Search'),
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
    validateSearch: texts('start', 'view', 'from', 'to'),
    component: lazyRouteComponent(() => import('../screen/graph/graph.tsx'), 'Graph'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/places',
    validateSearch: texts('q', 'type', 'since', 'before', 'start'),
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
    path: '/bring-in',
    validateSearch: texts('batch'),
    component: lazyRouteComponent(() => import('../screen/bring-in/bring-in.tsx'), 'BringIn'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/coalition',
    validateSearch: texts('community'),
    component: lazyRouteComponent(() => import('../screen/coalition/coalition.tsx'), 'Coalition'),
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
