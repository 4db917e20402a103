// All pages, in the order of the navigation. A page is one file in pages/ whose default export is a component. It gets
//   query   the filters in the address (change them with change() of lib/url.js)
//   plant   what the shell knows: name, zone, today, latest (the last day with records), feeds, rules, targets, user,
//           role
// least: the lowest role that may see it. bare: it has something to show without any record. aside: a link elsewhere
// leads to it, it is not in the navigation. own: in the navigation only if the plant has custom marts.
export const pages = [
  { path: 'today', title: 'Today', load: () => import('./pages/today.js') },
  { path: 'findings', title: 'Findings', load: () => import('./pages/findings.js') },
  { path: 'yield', title: 'Yield', load: () => import('./pages/yield.js') },
  { path: 'packing', title: 'Packing', load: () => import('./pages/packing.js') },
  { path: 'stations', title: 'Stations', load: () => import('./pages/stations.js') },
  { path: 'boards', title: 'Test boards', load: () => import('./pages/boards.js') },
  { path: 'failures', title: 'Failures', load: () => import('./pages/failures.js') },
  { path: 'control', title: 'Control charts', load: () => import('./pages/control.js') },
  { path: 'unit', title: 'Unit', load: () => import('./pages/unit.js') },
  { path: 'times', title: 'Times', load: () => import('./pages/times.js') },
  { path: 'marts', title: 'Marts', own: true, load: () => import('./pages/marts.js') },
  { path: 'targets', title: 'Targets and notes', bare: true, load: () => import('./pages/targets.js') },
  { path: 'operations', title: 'Operations', bare: true, load: () => import('./pages/operations.js') },
  { path: 'quality', title: 'Quality', load: () => import('./pages/quality.js') },
  { path: 'admin', title: 'Admin', least: 'admin', bare: true, load: () => import('./pages/admin.js') },
  { path: 'reference', title: 'REST API', aside: true, bare: true, load: () => import('./pages/reference.js') },
  { path: 'account', title: 'Account', aside: true, bare: true, load: () => import('./pages/account.js') },
];
