// All pages, in the order of the navigation. A page is one file in pages/ whose default export is a component. It gets
//   query   the filters in the address (change them with change() of lib/url.js)
//   plant   what the shell knows: name, zone, today, latest (the last day with records), feeds, rules, targets, user,
//           role
// group: where it stands in the navigation; without one, a link elsewhere leads to it. least: the lowest role that may
// see it. bare: it has something to show without any record. own: only if the plant has custom marts.
export const GROUPS = ['Floor', 'Quality', 'Units', 'Operate'];

export const pages = [
  { path: 'today', title: 'Today', group: 'Floor', load: () => import('./pages/today.js') },
  { path: 'packing', title: 'Packing', group: 'Floor', load: () => import('./pages/packing.js') },
  { path: 'stations', title: 'Stations', group: 'Floor', load: () => import('./pages/stations.js') },
  { path: 'reports', title: 'Reports', group: 'Floor', bare: true, load: () => import('./pages/reports.js') },
  { path: 'findings', title: 'Findings', group: 'Quality', load: () => import('./pages/findings.js') },
  { path: 'yield', title: 'Yield', group: 'Quality', load: () => import('./pages/yield.js') },
  { path: 'failures', title: 'Failures', group: 'Quality', load: () => import('./pages/failures.js') },
  {
    path: 'codes',
    title: 'Codes',
    group: 'Quality',
    bare: true,
    load: () => import('./pages/codes.js'),
  },
  { path: 'boards', title: 'Test boards', group: 'Quality', load: () => import('./pages/boards.js') },
  { path: 'control', title: 'Control charts', group: 'Quality', load: () => import('./pages/control.js') },
  { path: 'unit', title: 'Unit', group: 'Units', load: () => import('./pages/unit.js') },
  { path: 'times', title: 'Times', group: 'Units', load: () => import('./pages/times.js') },
  {
    path: 'sql',
    title: 'SQL',
    group: 'Units',
    least: 'analyst',
    bare: true,
    load: () => import('./pages/sql.js'),
  },
  {
    path: 'targets',
    title: 'Targets and notes',
    group: 'Operate',
    bare: true,
    load: () => import('./pages/targets.js'),
  },
  {
    path: 'operations',
    title: 'Operations',
    group: 'Operate',
    bare: true,
    load: () => import('./pages/operations.js'),
  },
  { path: 'quality', title: 'Data quality', group: 'Operate', load: () => import('./pages/quality.js') },
  { path: 'marts', title: 'Marts', group: 'Operate', own: true, load: () => import('./pages/marts.js') },
  {
    path: 'admin',
    title: 'Admin',
    group: 'Operate',
    least: 'admin',
    bare: true,
    load: () => import('./pages/admin.js'),
  },
  { path: 'reference', title: 'REST API', bare: true, load: () => import('./pages/reference.js') },
  { path: 'account', title: 'Account', bare: true, load: () => import('./pages/account.js') },
];
